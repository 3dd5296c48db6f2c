package org.sluice.tasks;

import org.camunda.bpm.engine.RepositoryService;
import org.sluice.process.models.ProcessModels;
import org.sluice.rules.DecisionTables;
import org.springframework.stereotype.Component;

/**
 * Deploys the models and tables that the house ships, by names that are the same from a folder and from a jar, so that
 * nothing becomes version 2 of itself.
 */
@Component
class Models {

    Models(RepositoryService engine, DecisionTables tables) {
        var deployment = engine.createDeployment().name("sluice").enableDuplicateFiltering(true);
        tables.keys().forEach(key -> deployment.addClasspathResource(tables.path(key)));
        ProcessModels.keys().forEach(key -> deployment.addClasspathResource(ProcessModels.path(key)));
        deployment.deploy();
    }
}
