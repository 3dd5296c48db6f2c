package org.sluice.tasks;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.runtime.Incident;
import org.sluice.shared.process.ProcessCases;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

/** How the engine is set up: every user task of every model feeds the inbox, and a case's incidents come one by one. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableAsync
class EngineSetup {

    private static final List<String> EVENTS = List.of(
            TaskListener.EVENTNAME_CREATE,
            TaskListener.EVENTNAME_ASSIGNMENT,
            TaskListener.EVENTNAME_COMPLETE,
            TaskListener.EVENTNAME_DELETE);

    @Bean
    ProcessEnginePlugin incidentPlugin(ObjectProvider<ProcessCases> cases) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setCustomIncidentHandlers(
                        Stream.of(Incident.FAILED_JOB_HANDLER_TYPE, Incident.EXTERNAL_TASK_HANDLER_TYPE)
                                .<IncidentHandler>map(type -> new IncidentsOneByOne(type, cases))
                                .toList());
            }
        };
    }

    @Bean
    ProcessEnginePlugin inboxPlugin(ObjectProvider<TaskProjection> projection) {
        // asked for at the first task, not now: the projection itself needs the engine's neighbours
        TaskListener late = task -> projection.getObject().notify(task);
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setFailedJobRetryTimeCycle("R3/PT2S");
                engine.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
                    @Override
                    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                        var behaviour = (UserTaskActivityBehavior) activity.getActivityBehavior();
                        EVENTS.forEach(event -> behaviour.getTaskDefinition().addBuiltInTaskListener(event, late));
                    }
                });
            }
        };
    }
}
