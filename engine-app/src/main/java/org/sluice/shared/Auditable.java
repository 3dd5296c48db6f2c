package org.sluice.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;

/**
 * Something happened that must stay on record. Publish it in the transaction that makes it true; {@code audit} writes
 * it in the same one.
 *
 * @param action past tense, a message key below {@code audit.}: {@code requirement.submitted}
 * @param caseId the case whose thread shows it, if it belongs to one
 * @param actor null when the house itself acted: a timer, a job
 * @param subject kind and reference: {@code requirement REQ-2026-00001}
 * @param details by message key below {@code fact.}: a String, a LocalText, a Number or a Boolean; never a secret
 */
public record Auditable(
        String action, @Nullable CaseId caseId, @Nullable Actor actor, String subject, Map<String, Object> details) {

    public Auditable {
        details = new LinkedHashMap<>(details);
    }

    public static Auditable of(String action, @Nullable CaseId caseId, @Nullable Actor actor, String subject) {
        return new Auditable(action, caseId, actor, subject, Map.of());
    }

    /** The same event with one more detail; an absent value is left out. */
    public Auditable with(String fact, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(details);
        more.put(fact, value);
        return new Auditable(action, caseId, actor, subject, more);
    }
}
