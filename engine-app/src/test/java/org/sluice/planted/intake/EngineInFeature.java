package org.sluice.planted.intake;

import org.camunda.bpm.engine.RuntimeService;

/** A feature that asks the engine itself. */
class EngineInFeature {

    long open(RuntimeService engine) {
        return engine.createProcessInstanceQuery().count();
    }
}
