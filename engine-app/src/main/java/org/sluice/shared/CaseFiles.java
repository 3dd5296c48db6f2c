package org.sluice.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.CaseKind;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.NotFound;
import org.sluice.process.PersonId;
import org.sluice.process.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The covers of the cases: what they are about, number, title, unit, initiator, state; and who took which step. */
@Component
public class CaseFiles {

    /** The step of whoever started the case. */
    public static final String INITIATE = "initiate";

    /**
     * @param initiator null when the house itself started it
     * @param origin the case that it came from
     */
    public record CaseFile(
            CaseId caseId,
            CaseKind kind,
            String number,
            LocalText title,
            UnitCode unit,
            @Nullable PersonId initiator,
            @Nullable Money amount,
            String state,
            boolean closed,
            @Nullable CaseId origin) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionMemory<Set<CaseId>> locked = new TransactionMemory<>(HashSet::new);

    CaseFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Opens a case.
     *
     * @param initiator null when the house itself starts it; nobody's eyes are taken then
     * @param origin the case that it came from
     */
    public void open(
            CaseId caseId,
            CaseKind kind,
            String number,
            LocalText title,
            UnitCode unit,
            @Nullable PersonId initiator,
            @Nullable Money amount,
            String state,
            @Nullable CaseId origin) {
        jdbc.sql("""
                        insert into sluice.case_file
                            (case_id, kind, number, title, title_en, org_unit, initiator, amount, state, opened_at, origin)
                        values (:id, :kind, :number, :title, :titleEn, :unit, :initiator, :amount, :state, :now, :origin)
                        """)
                .param("id", caseId.value())
                .param("kind", kind.name())
                .param("number", number)
                .param("title", title.zh())
                .param("titleEn", title.zh().equals(title.en()) ? null : title.en())
                .param("unit", unit.value())
                .param("initiator", initiator == null ? null : initiator.value())
                .param("amount", amount == null ? null : amount.amount())
                .param("state", state)
                .param("now", now())
                .param("origin", origin == null ? null : origin.value())
                .update();
        if (initiator != null) {
            participate(caseId, INITIATE, initiator);
        }
    }

    public CaseFile get(CaseId caseId) {
        return jdbc.sql("select * from sluice.case_file where case_id = ?")
                .param(caseId.value())
                .query((row, n) -> file(row))
                .optional()
                .orElseThrow(() -> new NotFound("case", caseId.toString()));
    }

    private static CaseFile file(ResultSet row) throws SQLException {
        var initiator = row.getObject("initiator", UUID.class);
        var amount = row.getBigDecimal("amount");
        var origin = row.getObject("origin", UUID.class);
        return new CaseFile(
                new CaseId(row.getObject("case_id", UUID.class)),
                CaseKind.valueOf(row.getString("kind")),
                row.getString("number"),
                title(row),
                new UnitCode(row.getString("org_unit")),
                initiator == null ? null : new PersonId(initiator),
                amount == null ? null : new Money(amount),
                row.getString("state"),
                row.getObject("closed_at") != null,
                origin == null ? null : new CaseId(origin));
    }

    /** The title in a row that holds {@code title} and {@code title_en}. */
    public static LocalText title(ResultSet row) throws SQLException {
        var english = row.getString("title_en");
        return new LocalText(row.getString("title"), english == null ? row.getString("title") : english);
    }

    /** The cases that came from this one, oldest first. */
    public List<CaseFile> cameFrom(CaseId caseId) {
        return jdbc.sql("select * from sluice.case_file where origin = ? order by opened_at, number")
                .param(caseId.value())
                .query((row, n) -> file(row))
                .list();
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
        var held = TransactionSynchronizationManager.isSynchronizationActive() ? locked.now() : new HashSet<CaseId>();
        if (held.contains(caseId)) {
            return;
        }
        var found = jdbc.sql("select 1 from sluice.case_file where case_id = ? for update")
                .param(caseId.value())
                .query(Integer.class)
                .optional();
        if (found.isEmpty()) {
            throw new NotFound("case", caseId.toString());
        }
        held.add(caseId);
    }

    public void participate(CaseId caseId, String step, PersonId person) {
        jdbc.sql(
                        "insert into sluice.case_participation (case_id, step, person, at) values (?, ?, ?, ?) on conflict do nothing")
                .params(caseId.value(), step, person.value(), now())
                .update();
    }

    /** A step that is taken anew, about something else: whoever took it may take it again. */
    public void forget(CaseId caseId, String step) {
        jdbc.sql("delete from sluice.case_participation where case_id = ? and step = ?")
                .params(caseId.value(), step)
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
        var taken =
                new HashSet<>(jdbc.sql("select step from sluice.case_participation where case_id = ? and person = ?")
                        .params(caseId.value(), person.value())
                        .query(String.class)
                        .list());
        for (var step : steps) {
            if (taken.contains(step)) {
                throw new Conflict("sameEyes", step);
            }
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
