package org.sluice.worker.jobs;

import java.util.Map;
import java.util.function.Function;
import org.sluice.process.Var;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.PartyId;

/** Reads the variables of a task. */
public record TaskReader(Map<String, Object> variables) {

    /** @throws Problem naming the variable that is missing or wrong */
    public <S, T> T value(Var<S> variable, Function<S, T> read) {
        Object stored = variables.get(variable.name());
        if (stored == null) {
            throw new Problem(NoticeCode.INPUT_MISSING, variable.name());
        }
        try {
            return read.apply(variable.decode(stored));
        } catch (IllegalArgumentException | ClassCastException wrong) {
            throw new Problem(NoticeCode.INPUT_WRONG, variable.name(), String.valueOf(wrong.getMessage()));
        }
    }

    /** @throws IllegalArgumentException if no party is named so */
    public static PartyId party(String name) {
        try {
            return new PartyId(name);
        } catch (Problem wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }
}
