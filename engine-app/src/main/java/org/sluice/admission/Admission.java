package org.sluice.admission;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;

/**
 * One turn of an admission.
 *
 * @param supplier null for a product whose supplier is not at issue
 * @param product null for a supplier's admission
 * @param round how often the dossier was supplemented
 * @param important important outsourcing or important data; null until it was screened
 * @param outcome what the outcome's table said last
 * @param stateBefore the supplier's or product's state when the turn began
 */
record Admission(
        UUID id,
        CaseId caseId,
        AdmissionKind kind,
        @Nullable UUID supplier,
        @Nullable UUID product,
        int turn,
        State state,
        int round,
        @Nullable Boolean important,
        @Nullable String outcome,
        @Nullable Integer validityMonths,
        int votesWanted,
        @Nullable String reason,
        @Nullable LocalDate validUntil,
        String stateBefore) {

    enum State {
        OPEN,
        ADMITTED,
        REFUSED,
        CANCELLED
    }

    /** The supplier or the product. */
    UUID subject() {
        var subject = kind == AdmissionKind.PRODUCT ? product : supplier;
        if (subject == null) {
            throw new IllegalStateException("Admission " + id + " is of nothing");
        }
        return subject;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }
}
