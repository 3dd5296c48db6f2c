package org.sluice.access;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.PersonId;
import org.sluice.process.UnitCode;
import org.sluice.process.access.Purpose;
import org.sluice.process.access.UsageForm;

/**
 * A request to use a listed product, as it stands.
 *
 * @param validMonths how long it may hold, once the table has said so
 * @param cost of this fiscal year, once it is known
 * @param votesWanted of the committee, once it is asked
 */
record UsageRequest(
        CaseId caseId,
        String number,
        State state,
        UUID product,
        UnitCode unit,
        UsageForm form,
        UsageGauge.@Nullable Measure measure,
        @Nullable Path path,
        @Nullable Integer validMonths,
        @Nullable BigDecimal cost,
        int votesWanted,
        boolean assessmentWanted,
        @Nullable String assessmentNo,
        @Nullable LocalDate assessmentOn,
        @Nullable String assessment,
        PersonId createdBy,
        @Nullable String endReason) {

    enum State {
        REQUESTED,
        GRANTED,
        REFUSED,
        WITHDRAWN
    }

    /** By which way it is approved. */
    enum Path {
        AUTO,
        LINE_APPROVAL,
        COMPLIANCE_APPROVAL,
        COMMITTEE
    }

    boolean isOpen() {
        return state == State.REQUESTED;
    }

    /** @throws Conflict unless it is in this state */
    void mustBe(State wanted) {
        if (state != wanted) {
            throw new Conflict("usageState", number, state);
        }
    }

    String scenario() {
        return Objects.requireNonNull(form.scenarioCode());
    }

    Purpose purpose() {
        return Objects.requireNonNull(form.purpose());
    }

    LocalDate wantedTo() {
        return Objects.requireNonNull(form.validTo());
    }

    List<String> fields() {
        return form.fields();
    }

    String subject() {
        return "usage " + number;
    }
}
