package org.sluice.procurement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.budget.Budget;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.Money;
import org.sluice.process.NotFound;
import org.sluice.process.Problems;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.WorkingDays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the bank has contracted for its products, asked and closed by other features; nobody's right is checked. */
@Service
public class Contracts {

    /** Of domain section 2.8. */
    public enum State {
        /** Signed, and not begun. */
        SIGNED,
        ACTIVE,
        /** It ends within the days of notice. */
        EXPIRING,
        EXPIRED,
        TERMINATED;

        /** Money may still be owed under it. */
        public boolean isOpen() {
            return this != TERMINATED;
        }

        /** Data may be called under it today. */
        public boolean isInForce() {
            return this == ACTIVE || this == EXPIRING;
        }
    }

    /**
     * @param purchase the case that it was signed in; null for one that was taken over from before this house
     * @param committed what the budget still holds for it
     * @param settled what it has cost in the end; null until it is closed
     */
    public record Signed(
            UUID id,
            String contractNo,
            State state,
            UUID supplier,
            UUID product,
            String method,
            Money amount,
            Money committed,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable CaseId purchase,
            @Nullable LocalDate closedOn,
            @Nullable Money settled) {}

    private final ContractStore store;
    private final Budget budget;
    private final Parameters parameters;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Contracts(
            ContractStore store, Budget budget, Parameters parameters, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.budget = budget;
        this.parameters = parameters;
        this.clock = clock;
        this.events = events;
    }

    /** All contracts for a product, the latest first. */
    @Transactional(readOnly = true)
    public List<Signed> ofProduct(UUID product) {
        return store.ofProduct(product).stream().map(this::signed).toList();
    }

    /** Products with a contract that is not closed and ends in these days, both included; each with the first such end. */
    @Transactional(readOnly = true)
    public Map<UUID, LocalDate> ending(LocalDate from, LocalDate to) {
        return store.ending(from, to);
    }

    /** @throws NotFound when there is none */
    @Transactional(readOnly = true)
    public Signed get(UUID contract) {
        return signed(find(contract));
    }

    /**
     * Closes a contract: what it has cost in the end is spent, and what the budget still holds for it is released. Closed
     * again for the same case it stays as it is.
     *
     * @param settled all that was and is to be paid under it
     * @param why the case that closes it
     * @throws Conflict when another case has closed it
     * @throws org.sluice.process.Invalid when it cannot have cost that much, naming the field {@code settled}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(Actor actor, UUID contract, Money settled, CaseId why) {
        store.lock(contract);
        var found = find(contract);
        if (found.closedOn() != null) {
            if (settled.equals(found.settled())) {
                return;
            }
            throw new Conflict("contractClosed", found.contractNo(), found.closedOn());
        }
        new Problems()
                .when(settled.compareTo(found.amount()) > 0, "settled", "settledTooMuch", found.amount())
                .orThrow();
        store.close(contract, today(), settled, why, actor.id());
        var released = budget.settle(found.purchase(), contract, settled);
        events.publishEvent(Auditable.of("contract.closed", why, actor, found.subject())
                .with("contractNo", found.contractNo())
                .with("settled", settled.amount())
                .with("released", released.amount()));
    }

    private Contract find(UUID contract) {
        return store.find(contract).orElseThrow(() -> new NotFound("contract", contract.toString()));
    }

    private Signed signed(Contract contract) {
        return new Signed(
                contract.id(),
                contract.contractNo(),
                state(contract),
                contract.supplier(),
                contract.product(),
                contract.method(),
                contract.amount(),
                budget.committed(contract.purchase(), contract.id()),
                contract.startsOn(),
                contract.endsOn(),
                contract.purchase(),
                contract.closedOn(),
                contract.settled());
    }

    State state(Contract contract) {
        return contract.state(today(), parameters.whole("contract.notice.days"));
    }

    private LocalDate today() {
        return clock.instant().atZone(WorkingDays.ZONE).toLocalDate();
    }
}
