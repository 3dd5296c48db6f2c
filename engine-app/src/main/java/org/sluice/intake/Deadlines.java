package org.sluice.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sluice.process.CaseId;
import org.sluice.process.intake.Urgency;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * By when the steps of an intake are due. A step has a term of its own, a parameter; steps that belong together share a
 * clock besides, whose days a decision table gave: from the triage to the approvals, and one for a round of approvals.
 */
@Component
public class Deadlines {

    public enum ClockName {
        /** From the triage on, for every step before the approvals; the days are the route's. */
        ROUTE,
        /** From the ladder on, for every rung of the round. */
        APPROVAL,
        /** The same for the round before signature. */
        CONTRACT
    }

    private final JdbcClient jdbc;
    private final Parameters parameters;
    private final Clock clock;

    Deadlines(JdbcClient jdbc, Parameters parameters, Clock clock) {
        this.jdbc = jdbc;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** A step with a term of its own that comes before any shared clock. */
    public List<Term> own(String parameter, Instant asked) {
        return parameters.term(parameter, asked);
    }

    /** A step between triage and approvals: its own term, and the route's clock while it runs. */
    List<Term> onTheWay(CaseId caseId, String parameter, Instant asked) {
        return Stream.concat(own(parameter, asked).stream(), shared(caseId, ClockName.ROUTE).stream())
                .toList();
    }

    /** A step that has the whole time of a clock. */
    public List<Term> whole(CaseId caseId, ClockName name) {
        return List.of(shared(caseId, name)
                .orElseThrow(() -> new IllegalStateException("No clock " + name + " runs in case " + caseId)));
    }

    /** Starts a clock now; one that runs already begins anew. */
    public void start(CaseId caseId, ClockName name, int workingDays) {
        jdbc.sql("""
                        insert into sluice.case_clock (case_id, clock, started_at, working_days)
                        values (:case, :clock, :at, :days)
                        on conflict (case_id, clock) do update set started_at = :at, working_days = :days
                        """)
                .param("case", caseId.value())
                .param("clock", name.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("days", workingDays)
                .update();
    }

    /** Gives a running clock more days. */
    public void extend(CaseId caseId, ClockName name, int workingDays) {
        jdbc.sql("update sluice.case_clock set working_days = working_days + ? where case_id = ? and clock = ?")
                .params(workingDays, caseId.value(), name.name())
                .update();
    }

    /**
     * A proposal of the triage was refused, and the wish goes on as a new one: the days of the proposal give way to those
     * of a new wish, still counted from the triage.
     */
    void proposalRefused(Requirement requirement) {
        var urgency = requirement.form().urgency();
        int workingDays = parameters.whole(
                urgency == Urgency.URGENT
                        ? "intake.refused.urgent"
                        : urgency == Urgency.REGULATORY ? "intake.refused.regulatory" : "intake.refused.normal");
        jdbc.sql("update sluice.case_clock set working_days = ? where case_id = ? and clock = ?")
                .params(workingDays, requirement.caseId().value(), ClockName.ROUTE.name())
                .update();
    }

    /** The wish waits for something that no step can hasten: from then on each step has its own term only. */
    void stop(CaseId caseId, ClockName name) {
        jdbc.sql("delete from sluice.case_clock where case_id = ? and clock = ?")
                .params(caseId.value(), name.name())
                .update();
    }

    private Optional<Term> shared(CaseId caseId, ClockName name) {
        return jdbc.sql("select started_at, working_days from sluice.case_clock where case_id = ? and clock = ?")
                .params(caseId.value(), name.name())
                .query((row, n) -> new Term(
                        row.getObject("started_at", OffsetDateTime.class).toInstant(), row.getInt("working_days")))
                .optional();
    }
}
