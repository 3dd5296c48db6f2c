package org.sluice.rulebook.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.sluice.shared.DecisionStep;
import org.springframework.stereotype.Component;

/**
 * Remembers, for the thread that evaluates, which rows of a table fired: the engine's result holds the outputs, but not
 * the rows that gave them.
 */
@Component
class FiredRows extends AbstractProcessEnginePlugin implements DmnDecisionTableEvaluationListener {

    private static final ThreadLocal<@Nullable DmnDecisionTableEvaluationEvent> LAST = new ThreadLocal<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var dmn = new DefaultDmnEngineConfiguration();
        dmn.getCustomPostDecisionTableEvaluationListeners().add(this);
        engine.setDmnEngineConfiguration(dmn);
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        LAST.set(event);
    }

    /** The rows of the evaluation that this thread has just made, which are forgotten then. */
    List<DecisionStep.Row> take(String decision) {
        var event = LAST.get();
        LAST.remove();
        if (event == null || !key(event).equals(decision)) {
            throw new IllegalStateException("Table " + decision + " was not the last one evaluated");
        }
        return event.getMatchingRules().stream().map(FiredRows::row).toList();
    }

    private static String key(DmnDecisionTableEvaluationEvent event) {
        DmnDecision decision = event.getDecisionTable();
        return decision.getKey();
    }

    private static DecisionStep.Row row(DmnEvaluatedDecisionRule rule) {
        Map<String, Object> outputs = new HashMap<>();
        rule.getOutputEntries().values().forEach(output -> {
            if (output.getValue().getValue() != null) {
                outputs.put(output.getOutputName(), output.getValue().getValue());
            }
        });
        return new DecisionStep.Row(rule.getId(), outputs);
    }
}
