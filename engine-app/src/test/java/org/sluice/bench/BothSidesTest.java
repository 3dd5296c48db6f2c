package org.sluice.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.sluice.support.Databases;
import org.sluice.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** What the figure compares is the same: path, jobs, tables asked and variables kept, of a handful of instances. */
@HouseTest
class BothSidesTest {

    private static final int HANDFUL = 3;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private HikariDataSource pool;

    @Test
    void bothSidesOfTheFigureDoTheSameInTheEngine() {
        var ours = new OurSide(house);
        try (var bare = new BareSide(Databases.fresh(), engine, pool)) {
            ours.endow();
            var here = Stream.generate(() -> trace(ours)).limit(HANDFUL).toList();
            var there = Stream.generate(() -> trace(bare)).limit(HANDFUL).toList();

            assertThat(here.get(0).activities()).endsWith("nextApproval", "approvalMissing", "handedOver");
            assertThat(here.get(0).decisions()).hasSize(3);
            assertThat(here).allSatisfy(each -> assertThat(there).containsOnly(each));
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** What an engine remembers of an instance that has ended. */
    private record Trace(
            List<String> activities,
            List<String> decisions,
            Map<String, String> variables,
            long variableUpdates,
            long jobs) {}

    private static Trace trace(Side side) {
        var instance = side.lead();
        var history = side.history();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .completed()
                        .count())
                .as(side.name())
                .isEqualTo(1);
        return new Trace(
                history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .orderPartiallyByOccurrence()
                        .asc()
                        .list()
                        .stream()
                        .map(each -> each.getActivityId())
                        .toList(),
                history
                        .createHistoricDecisionInstanceQuery()
                        .processInstanceId(instance)
                        .includeOutputs()
                        .list()
                        .stream()
                        .map(each -> each.getDecisionDefinitionKey() + " "
                                + each.getOutputs().stream()
                                        .map(output -> output.getVariableName() + "=" + output.getValue())
                                        .sorted()
                                        .toList())
                        .sorted()
                        .toList(),
                history.createHistoricVariableInstanceQuery().processInstanceId(instance).list().stream()
                        .filter(each ->
                                !List.of("caseId", "reminderAt", "closeAt").contains(each.getName()))
                        .collect(Collectors.toMap(
                                HistoricVariableInstance::getName,
                                each -> String.valueOf(each.getValue()),
                                (one, other) -> one + ", " + other,
                                TreeMap::new)),
                history.createHistoricDetailQuery().processInstanceId(instance).count(),
                history.createHistoricJobLogQuery().processInstanceId(instance).count());
    }
}
