package org.sluice.shared;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.Money;
import org.sluice.process.NotFound;
import org.sluice.process.PersonId;
import org.sluice.process.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The covers of the cases: number, title, unit, initiator, state; and who took which step. */
@Component
public class CaseFiles {

    /** The step of whoever started the case. */
    public static final String INITIATE = "initiate";

    public record CaseFile(
            CaseId caseId,
            String number,
            String title,
            UnitCode unit,
            PersonId initiator,
            @Nullable Money amount,
            String state,
            boolean closed) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void open(
            CaseId caseId,
            String number,
            String title,
            UnitCode unit,
            PersonId initiator,
            @Nullable Money amount,
            String state) {
        jdbc.sql("""
                        insert into sluice.case_file (case_id, number, title, org_unit, initiator, amount, state, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        caseId.value(),
                        number,
                        title,
                        unit.value(),
                        initiator.value(),
                        amount == null ? null : amount.amount(),
                        state,
                        now())
                .update();
        participate(caseId, INITIATE, initiator);
    }

    public CaseFile get(CaseId caseId) {
        return jdbc.sql("select * from sluice.case_file where case_id = ?")
                .param(caseId.value())
                .query((row, n) -> new CaseFile(
                        caseId,
                        row.getString("number"),
                        row.getString("title"),
                        new UnitCode(row.getString("org_unit")),
                        new PersonId(row.getObject("initiator", UUID.class)),
                        row.getBigDecimal("amount") == null ? null : new Money(row.getBigDecimal("amount")),
                        row.getString("state"),
                        row.getObject("closed_at") != null))
                .optional()
                .orElseThrow(() -> new NotFound("case", caseId.toString()));
    }

    /** The case that people call by this number. */
    public Optional<CaseId> numbered(String number) {
        return jdbc.sql("select case_id from sluice.case_file where number = ?")
                .param(number)
                .query((row, n) -> new CaseId(row.getObject("case_id", UUID.class)))
                .optional();
    }

    public void state(CaseId caseId, String state) {
        jdbc.sql("update sluice.case_file set state = ? where case_id = ?")
                .params(state, caseId.value())
                .update();
    }

    /** Sets the amount that the case is about now. */
    public void amount(CaseId caseId, Money amount) {
        jdbc.sql("update sluice.case_file set amount = ? where case_id = ?")
                .params(amount.amount(), caseId.value())
                .update();
    }

    /**
     * Closes the case; {@link #reopen} is the only way back.
     *
     * @param outcome message key below {@code outcome.}
     */
    public void close(CaseId caseId, String state, String outcome) {
        jdbc.sql("update sluice.case_file set state = ?, outcome = ?, closed_at = ? where case_id = ?")
                .params(state, outcome, now(), caseId.value())
                .update();
    }

    /** Opens a closed case again, as if it had not ended. */
    public void reopen(CaseId caseId, String state) {
        jdbc.sql("update sluice.case_file set state = ?, outcome = null, closed_at = null where case_id = ?")
                .params(state, caseId.value())
                .update();
    }

    /** Locks the case until this transaction ends, so that its steps happen one after the other. */
    public void lock(CaseId caseId) {
        var locked = jdbc.sql("select 1 from sluice.case_file where case_id = ? for update")
                .param(caseId.value())
                .query(Integer.class)
                .optional();
        if (locked.isEmpty()) {
            throw new NotFound("case", caseId.toString());
        }
    }

    public void participate(CaseId caseId, String step, PersonId person) {
        jdbc.sql(
                        "insert into sluice.case_participation (case_id, step, person, at) values (?, ?, ?, ?) on conflict do nothing")
                .params(caseId.value(), step, person.value(), now())
                .update();
    }

    /** Whoever took a step in the other case has from now on taken a step in this one as well. */
    public void inherit(CaseId caseId, String step, CaseId other, String stepThere) {
        jdbc.sql("""
                        insert into sluice.case_participation (case_id, step, person, at)
                        select ?, ?, person, at from sluice.case_participation where case_id = ? and step = ?
                        on conflict do nothing
                        """).params(caseId.value(), step, other.value(), stepThere).update();
    }

    /** @throws Conflict when the person has already taken one of the steps in this case: four eyes */
    public void requireOtherEyes(CaseId caseId, Iterable<String> steps, PersonId person) {
        for (var step : steps) {
            var same = jdbc.sql(
                            "select count(*) from sluice.case_participation where case_id = ? and step = ? and person = ?")
                    .params(caseId.value(), step, person.value())
                    .query(Long.class)
                    .single();
            if (same > 0) {
                throw new Conflict("sameEyes", step);
            }
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
