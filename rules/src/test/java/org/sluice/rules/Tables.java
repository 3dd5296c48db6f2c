package org.sluice.rules;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.engine.variable.Variables;

/** Asks a table the way the engine does, and hears which rows fired. */
final class Tables {

    /**
     * @param outputs one map for each row, in the same order
     * @param collected the one value that an aggregation makes of them; null without one
     */
    record Answer(List<String> rows, List<Map<String, Object>> outputs, Object collected) {}

    private static final DecisionTables SHIPPED = DecisionTables.shipped();

    private final Map<String, DmnDecision> parsed = new HashMap<>();
    private final List<DmnDecisionTableEvaluationEvent> heard = new ArrayList<>();
    private final DmnEngine engine;

    Tables() {
        var configuration = DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(heard::add);
        engine = configuration.buildEngine();
    }

    Answer ask(String key, Map<String, ?> facts) {
        return ask(key, SHIPPED.xml(key), facts);
    }

    Answer ask(String key, String dmn, Map<String, ?> facts) {
        heard.clear();
        var decision = parsed.computeIfAbsent(
                dmn,
                text -> engine.parseDecision(key, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        var variables = Variables.createVariables();
        facts.forEach(variables::putValue);
        engine.evaluateDecisionTable(decision, variables);
        var rows = heard.get(0).getMatchingRules();
        var collected = heard.get(0).getCollectResultValue();
        return new Answer(
                rows.stream().map(row -> row.getId()).toList(),
                rows.stream().map(Tables::outputs).toList(),
                collected == null ? null : collected.getValue());
    }

    private static Map<String, Object> outputs(DmnEvaluatedDecisionRule row) {
        var outputs = new HashMap<String, Object>();
        row.getOutputEntries()
                .values()
                .forEach(each ->
                        outputs.put(each.getOutputName(), each.getValue().getValue()));
        return outputs;
    }
}
