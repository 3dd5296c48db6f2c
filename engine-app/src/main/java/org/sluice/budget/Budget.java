package org.sluice.budget;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.NotFound;
import org.sluice.process.UnitCode;
import org.sluice.process.intake.BudgetSource;
import org.sluice.shared.Auditable;
import org.sluice.shared.WorkingDays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pre-commits, commits, spends and releases money on budget lines. A line never bears more than it has: reservations on one line happen
 * one after the other. Reserving or releasing twice for a case changes nothing.
 */
@Service
public class Budget {

    /** The lines that a case of {@code :unit} and {@code :line} may use: its own, its business line's, the central one. */
    private static final String USABLE = """
            select * from sluice.budget_balance
            where fiscal_year = :year
              and (source = 'CENTRAL' and org_unit = :home
                   or source = 'LINE' and business_line = :line and org_unit in (:unit, :home)
                   or source = 'BRANCH' and org_unit = :unit)
            """;

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Budget(JdbcClient jdbc, Ledger ledger, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The line of this fiscal year that pays for a source; empty for {@code NONE} and where no line exists. A unit that
     * has a line of its own for a business line uses that one before head office's; central is head office's alone.
     */
    @Transactional(readOnly = true)
    public Optional<BudgetLine> lineFor(BudgetSource source, @Nullable String businessLine, UnitCode unit) {
        if (source == BudgetSource.NONE) {
            return Optional.empty();
        }
        return usable(businessLine, unit, "and source = :source order by org_unit = :unit desc limit 1")
                .param("source", source.name())
                .query(Budget::line)
                .optional();
    }

    /**
     * Lines of this fiscal year that a case of this unit and business line may use and that could bear the amount, the
     * fullest first.
     */
    @Transactional(readOnly = true)
    public List<BudgetLine> linesWith(Money amount, @Nullable String businessLine, UnitCode unit) {
        return usable(businessLine, unit, "and available >= :amount order by available desc, code")
                .param("amount", amount.amount())
                .query(Budget::line)
                .list();
    }

    private JdbcClient.StatementSpec usable(@Nullable String businessLine, UnitCode unit, String more) {
        return jdbc.sql(USABLE + more)
                .param("year", fiscalYear())
                .param("line", businessLine)
                .param("unit", unit.value())
                .param("home", UnitCode.HEAD_OFFICE.value());
    }

    /** @throws NotFound when no line has this code */
    @Transactional(readOnly = true)
    public BudgetLine line(String code) {
        try {
            return jdbc.sql("select * from sluice.budget_balance where code = ?")
                    .param(code)
                    .query(Budget::line)
                    .single();
        } catch (EmptyResultDataAccessException e) {
            throw new NotFound("budgetLine", code);
        }
    }

    /**
     * Pre-commits an amount for a case.
     *
     * @return false when the line cannot bear it; nothing has changed then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean preCommit(CaseId caseId, String lineCode, Money amount) {
        ledger.lock(lineCode);
        if (ledger.preCommitted(caseId).isPresent()) {
            return true;
        }
        if (line(lineCode).available().compareTo(amount) < 0) {
            events.publishEvent(Auditable.of("budget.short", caseId, null, "budgetLine " + lineCode)
                    .with("budgetLine", lineCode)
                    .with("amount", amount.amount()));
            return false;
        }
        ledger.move(caseId, "PRE_COMMIT", lineCode, "AVAILABLE", "PRE_COMMITTED", amount);
        events.publishEvent(Auditable.of("budget.preCommitted", caseId, null, "budgetLine " + lineCode)
                .with("budgetLine", lineCode)
                .with("amount", amount.amount()));
        return true;
    }

    /** Is anything pre-committed for the case now? */
    @Transactional(readOnly = true)
    public boolean holds(CaseId caseId) {
        return ledger.preCommitted(caseId).isPresent();
    }

    /** What is pre-committed for the case now, zero if nothing is. */
    @Transactional(readOnly = true)
    public Money held(CaseId caseId) {
        return ledger.preCommitted(caseId).map(Ledger.Held::amount).orElse(Money.ZERO);
    }

    /** The line on which something is pre-committed for the case now. */
    @Transactional(readOnly = true)
    public Optional<BudgetLine> lineOf(CaseId caseId) {
        return ledger.preCommitted(caseId).map(held -> line(held.line()));
    }

    /**
     * Pre-commits more on the line that bears the case already, so that it bears this much in all.
     *
     * @return false when the line cannot bear it or none bears the case; nothing has changed then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean raise(CaseId caseId, Money whole) {
        var bearing = ledger.preCommitted(caseId).orElse(null);
        if (bearing == null) {
            return false;
        }
        ledger.lock(bearing.line());
        var more = whole.plus(held(caseId).negated());
        if (more.compareTo(Money.ZERO) <= 0) {
            return true;
        }
        if (line(bearing.line()).available().compareTo(more) < 0) {
            return false;
        }
        ledger.move(caseId, "PRE_COMMIT", bearing.line(), "AVAILABLE", "PRE_COMMITTED", more);
        events.publishEvent(Auditable.of("budget.raised", caseId, null, "budgetLine " + bearing.line())
                .with("budgetLine", bearing.line())
                .with("amount", more.amount()));
        return true;
    }

    /**
     * Turns what is pre-committed for a case into a commitment of this amount, and releases what is over. Nothing happens
     * where nothing is held: a free contract, or one that was committed before.
     *
     * @throws IllegalStateException when less is held than is to be committed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void commit(CaseId caseId, Money amount) {
        var held = ledger.preCommitted(caseId).orElse(null);
        if (held == null) {
            return;
        }
        ledger.lock(held.line());
        if (held.amount().compareTo(amount) < 0) {
            throw new IllegalStateException(
                    "Case " + caseId + " holds " + held.amount() + " and cannot commit " + amount);
        }
        if (!amount.isZero()) {
            ledger.move(caseId, "COMMIT", held.line(), "PRE_COMMITTED", "COMMITTED", amount);
            events.publishEvent(Auditable.of("budget.committed", caseId, null, "budgetLine " + held.line())
                    .with("budgetLine", held.line())
                    .with("amount", amount.amount()));
        }
        release(caseId);
    }

    /** Releases what is pre-committed for a case, if anything is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(CaseId caseId) {
        ledger.preCommitted(caseId).ifPresent(held -> {
            ledger.lock(held.line());
            ledger.move(caseId, "RELEASE", held.line(), "PRE_COMMITTED", "AVAILABLE", held.amount());
            events.publishEvent(Auditable.of("budget.released", caseId, null, "budgetLine " + held.line())
                    .with("budgetLine", held.line())
                    .with("amount", held.amount().amount()));
        });
    }

    /**
     * What the budget still holds for a contract.
     *
     * @param purchase the case that committed it; null where the contract bears its money itself
     */
    @Transactional(readOnly = true)
    public Money committed(@Nullable CaseId purchase, UUID contract) {
        return ledger.committed(purchase, contract).stream()
                .map(Ledger.Held::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /**
     * Spends what a contract has cost, as far as the budget holds it, and releases the rest; nothing is held for it then.
     *
     * @return what was released
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Money settle(@Nullable CaseId purchase, UUID contract, Money cost) {
        var owed = cost;
        var released = Money.ZERO;
        for (var held : ledger.committed(purchase, contract)) {
            ledger.lock(held.line());
            var spent = owed.compareTo(held.amount()) < 0 ? owed : held.amount();
            var rest = held.amount().plus(spent.negated());
            if (!spent.isZero()) {
                ledger.settle(purchase, contract, "SPEND", held.line(), "SPENT", spent);
            }
            if (!rest.isZero()) {
                ledger.settle(purchase, contract, "RELEASE", held.line(), "AVAILABLE", rest);
            }
            owed = owed.plus(spent.negated());
            released = released.plus(rest);
            events.publishEvent(Auditable.of("budget.settled", purchase, null, "budgetLine " + held.line())
                    .with("budgetLine", held.line())
                    .with("spent", spent.amount())
                    .with("released", rest.amount()));
        }
        return released;
    }

    private int fiscalYear() {
        return clock.instant()
                .atOffset(ZoneOffset.UTC)
                .atZoneSameInstant(WorkingDays.ZONE)
                .getYear();
    }

    private static BudgetLine line(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new BudgetLine(
                row.getString("code"),
                new LocalText(row.getString("name_zh"), row.getString("name_en")),
                new Money(row.getBigDecimal("appropriated")),
                new Money(row.getBigDecimal("available")),
                new Money(row.getBigDecimal("pre_committed")));
    }
}
