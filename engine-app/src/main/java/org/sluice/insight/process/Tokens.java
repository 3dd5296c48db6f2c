package org.sluice.insight.process;

import java.util.List;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.sluice.process.CaseId;
import org.springframework.stereotype.Component;

/** Where the tokens of a case's processes stand and which elements they have left. */
@Component
public class Tokens {

    /**
     * @param active ids of elements where a token waits
     * @param passed ids of elements that were left
     */
    public record Trace(String processKey, List<String> active, List<String> passed) {}

    private final HistoryService history;

    Tokens(HistoryService history) {
        this.history = history;
    }

    /** One trace for each process instance of the case, in the order in which they began. */
    public List<Trace> of(CaseId caseId) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.toString())
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .map(instance -> trace(instance.getId(), instance.getProcessDefinitionKey()))
                .toList();
    }

    private Trace trace(String instance, String key) {
        var steps = history.createHistoricActivityInstanceQuery().processInstanceId(instance).list().stream()
                // what holds several instances of one task together is drawn by nobody
                .filter(step -> !step.getActivityType().equals(ActivityTypes.MULTI_INSTANCE_BODY))
                .toList();
        var active = steps.stream()
                .filter(step -> step.getEndTime() == null)
                .map(HistoricActivityInstance::getActivityId)
                .filter(element -> !element.equals(key))
                .distinct()
                .toList();
        var passed = steps.stream()
                .filter(step -> step.getEndTime() != null)
                .map(HistoricActivityInstance::getActivityId)
                .filter(element -> !active.contains(element))
                .distinct()
                .toList();
        return new Trace(key, active, passed);
    }
}
