package org.sluice.rulebook.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sluice.process.CaseId;
import org.sluice.rules.DecisionTables;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;

class DecisionFactsTest {

    record Facts(@Nullable BigDecimal amount, @Nullable String method) {}

    @Test
    void stopsWhenATableWouldBeAskedWithoutOneOfItsFacts() {
        var execution = executionAt("ladder");

        assertThatThrownBy(() -> facts(new Facts(null, "UNKNOWN")).notify(execution))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("approvalLadder")
                .hasMessageContaining("amount");
        verify(execution, never()).setVariableLocal(anyString(), any());
    }

    @Test
    void givesTheTableEveryFactAndRemembersThemOnce() throws Exception {
        var execution = executionAt("ladder");
        var asked = new Facts(BigDecimal.TEN, "UNKNOWN");
        var facts = facts(asked);

        facts.notify(execution);

        verify(execution).setVariableLocal(org.mockito.ArgumentMatchers.eq("amount"), any());
        verify(execution).setVariableLocal(org.mockito.ArgumentMatchers.eq("method"), any());
        assertThat(facts.take()).isEqualTo(asked);
        assertThatThrownBy(facts::take).isInstanceOf(IllegalStateException.class);
    }

    private static DelegateExecution executionAt(String element) {
        var execution = mock(DelegateExecution.class);
        when(execution.getCurrentActivityId()).thenReturn(element);
        when(execution.getVariable("caseId")).thenReturn(CaseId.random().toString());
        return execution;
    }

    private static DecisionFacts facts(Record record) {
        var step = new DecisionStep() {
            @Override
            public String element() {
                return "ladder";
            }

            @Override
            public String decision() {
                return "approvalLadder";
            }

            @Override
            public Record facts(CaseId caseId) {
                return record;
            }

            @Override
            public Flags apply(CaseId caseId, List<Row> rows) {
                return Flags.NONE;
            }
        };
        return new DecisionFacts(new DecisionSteps(List.of(step)), DecisionTables.shipped());
    }
}
