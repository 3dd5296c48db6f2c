package org.sluice.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;

/** Which failures of the engine are worth a second try. */
class OvertakenTest {

    @Test
    void aDeadlockInsideTheEngineIsTriedAgain() {
        assertThat(TaskCommands.isOvertaken(wrapped("40P01"))).isTrue();
        assertThat(TaskCommands.isOvertaken(wrapped("40001"))).isTrue();
    }

    @Test
    void everythingElseIsNot() {
        assertThat(TaskCommands.isOvertaken(wrapped("23505"))).isFalse();
        assertThat(TaskCommands.isOvertaken(new ProcessEngineException("no definition")))
                .isFalse();
    }

    private static ProcessEngineException wrapped(String state) {
        return new ProcessEngineException("flush", new IllegalStateException(new SQLException("overtaken", state)));
    }
}
