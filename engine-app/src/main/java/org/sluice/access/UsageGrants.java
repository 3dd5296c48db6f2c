package org.sluice.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.budget.Budget;
import org.sluice.catalog.ProductRegister;
import org.sluice.catalog.Taxonomy;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.UnitCode;
import org.sluice.process.access.Purpose;
import org.sluice.process.access.StopReason;
import org.sluice.process.intake.DecisionImpact;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Auditable;
import org.sluice.shared.WorkingDays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets units use products, each for one scenario and purpose and for a time, and takes that away again. Features act here
 * in their own name: nobody's right is checked, and what is done twice happens once.
 */
@Service
public class UsageGrants {

    /** When and why a use stopped; the comment is what somebody wrote. */
    public record Stop(
            Instant at, StopReason reason, @Nullable String comment) {}

    /**
     * @param callingSystem null: any system of the unit
     * @param fields null: all that the product delivers
     * @param callsPerDay null: not limited
     * @param state of domain section 2.8
     * @param notAfter when contract or admission ends, where it is known
     * @param caseId the requirement or the request that it answers; null for what is older than the house
     * @param suspended set while it is suspended
     * @param ended set once it is revoked or expired
     */
    public record Grant(
            UUID id,
            UUID product,
            String productCode,
            LocalText productName,
            UnitCode unit,
            LocalText unitName,
            String scenario,
            LocalText scenarioName,
            Purpose purpose,
            @Nullable String callingSystem,
            @Nullable List<String> fields,
            @Nullable Long callsPerDay,
            @Nullable String costCentre,
            String state,
            Instant grantedAt,
            LocalDate validTo,
            @Nullable LocalDate notAfter,
            @Nullable CaseId caseId,
            @Nullable String caseNumber,
            @Nullable Stop suspended,
            @Nullable Stop ended) {

        /** True while it is neither revoked nor expired. */
        public boolean stands() {
            return STANDING.contains(state);
        }
    }

    /**
     * What a move came to.
     *
     * @param moved grants of the new product, each in the place of an old one
     * @param left those that stay where they were, since the new product delivers none of their fields
     */
    public record Moved(List<Grant> moved, List<Grant> left) {}

    private static final String ACTIVE = "ACTIVE";
    private static final String SUSPENDED = "SUSPENDED";
    private static final List<String> STANDING = List.of(ACTIVE, SUSPENDED);

    private final GrantStore store;
    private final UsageGauge gauge;
    private final Taxonomy taxonomy;
    private final ProductRegister products;
    private final Parameters parameters;
    private final Budget budget;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    UsageGrants(
            GrantStore store,
            UsageGauge gauge,
            Taxonomy taxonomy,
            ProductRegister products,
            Parameters parameters,
            Budget budget,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.gauge = gauge;
        this.taxonomy = taxonomy;
        this.products = products;
        this.parameters = parameters;
        this.budget = budget;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Grants the use that a requirement asked for; granted again it stays as it is.
     *
     * @param notAfter when contract or admission ends, which no grant outlives
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void grant(CaseId caseId, UUID product, UnitCode unit, String scenario, LocalDate notAfter) {
        var term = today().plusMonths(parameters.whole("access.grant.months"));
        var purpose = purposeOf(scenario);
        give(new GrantStore.Terms(
                caseId, product, unit, scenario, purpose, null, null, null, null, earlier(term, notAfter), notAfter));
    }

    /** For what a scenario uses data. */
    Purpose purposeOf(String scenario) {
        return taxonomy.scenario(scenario)
                .map(each -> Purpose.of(DecisionImpact.valueOf(each.decisionImpact())))
                .orElseThrow(() -> new NotFound("scenario", scenario));
    }

    /**
     * Grants what these terms say.
     *
     * @return false when the like of it stands already
     */
    boolean give(GrantStore.Terms terms) {
        var id = store.insert(terms, null);
        id.ifPresent(given -> publish("access.granted", get(given), null));
        return id.isPresent();
    }

    /** What these cases have been granted, in the order of units. */
    @Transactional(readOnly = true)
    public List<Grant> of(List<CaseId> cases) {
        return store.of(cases);
    }

    /** Who may use the product now, in the order of units. */
    @Transactional(readOnly = true)
    public List<Grant> activeOf(UUID product) {
        return store.of(product, List.of(ACTIVE));
    }

    /** All grants of the product that are neither revoked nor expired, in the order of units. */
    @Transactional(readOnly = true)
    public List<Grant> standingOf(UUID product) {
        return store.of(product, STANDING);
    }

    /** Whether the unit may use any product of the supplier for the purpose now. */
    @Transactional(readOnly = true)
    public boolean usesFor(UUID supplier, UnitCode unit, Purpose purpose) {
        return store.usesFor(supplier, unit, purpose);
    }

    /** @throws NotFound when there is no such grant */
    @Transactional(readOnly = true)
    public Grant get(UUID grant) {
        return store.find(grant).orElseThrow(() -> new NotFound("grant", grant.toString()));
    }

    /**
     * Gives everyone who may use one product the same use of another, for the time that is left, and revokes the old
     * grants. A grant that is limited to fields keeps those that the new product delivers; one that would keep none stays
     * for somebody to decide on. What is suspended stays suspended. Moved again, nothing happens.
     *
     * @param why the case that decided so, whose thread shows it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Moved move(UUID from, UUID to, CaseId why) {
        store.lockOf(from);
        var ends = gauge.notAfter(to);
        var delivered = new HashSet<>(products.delivery(to).fields());
        var moved = new ArrayList<Grant>();
        var left = new ArrayList<Grant>();
        for (var old : standingOf(from)) {
            var asked = old.fields();
            var kept = asked == null
                    ? null
                    : asked.stream().filter(delivered::contains).toList();
            if (kept != null && kept.isEmpty()) {
                left.add(old);
                continue;
            }
            revoke(old.id(), Ending.by(why, StopReason.MOVED));
            var until = ends == null ? old.validTo() : earlier(old.validTo(), ends);
            var given = store.insert(
                    new GrantStore.Terms(
                            old.caseId(),
                            to,
                            old.unit(),
                            old.scenario(),
                            old.purpose(),
                            old.callingSystem(),
                            kept,
                            old.callsPerDay(),
                            old.costCentre(),
                            until,
                            ends),
                    old.id());
            given.ifPresent(id -> {
                publish("access.moved", get(id), Ending.by(why, StopReason.MOVED));
                var suspended = old.suspended();
                if (suspended != null) {
                    suspend(id, new Ending(null, why, suspended.reason(), suspended.comment()));
                }
                moved.add(get(id));
            });
            if (given.isEmpty()) {
                release(old); // the like of it stands there already, with a reservation of its own
            }
        }
        return new Moved(moved, left);
    }

    /** Nobody uses it under this grant for a while; one that does not run stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void suspend(UUID grant, Ending why) {
        store.lock(grant);
        if (get(grant).state().equals(ACTIVE)) {
            store.suspend(grant, why);
            publish("access.suspended", get(grant), why);
        }
    }

    /** Lets a suspended grant run again, unless its time is over; any other stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void resume(UUID grant, Ending why) {
        store.lock(grant);
        if (get(grant).state().equals(SUSPENDED)) {
            store.resume(grant);
            publish("access.resumed", get(grant), why);
        }
    }

    /** Ends a grant for good; one that has ended stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void revoke(UUID grant, Ending why) {
        store.lock(grant);
        if (get(grant).stands()) {
            store.end(grant, "REVOKED", why);
            publish("access.revoked", get(grant), why);
            if (why.reason() != StopReason.MOVED) {
                release(get(grant));
            }
        }
    }

    /** The time of a grant is over; one that has ended stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    void expire(UUID grant) {
        store.lock(grant);
        var found = get(grant);
        if (found.stands() && found.validTo().isBefore(today())) {
            var over = new Ending(null, null, StopReason.TERM_OVER, null);
            store.end(grant, "EXPIRED", over);
            publish("access.expired", get(grant), over);
            release(found);
        }
    }

    /** Says once that the end of a grant is near. */
    @Transactional(propagation = Propagation.MANDATORY)
    void remind(UUID grant) {
        if (store.reminded(grant)) {
            publish("access.endsSoon", get(grant), null);
        }
    }

    /** What is still reserved for calls that nobody will make; nothing is where a contract was paid for at once. */
    private void release(Grant grant) {
        if (grant.caseId() != null) {
            budget.release(grant.caseId());
        }
    }

    /**
     * Ends all grants of a product that stand.
     *
     * @return how many there were
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int revokeAll(UUID product, Ending why) {
        store.lockOf(product);
        var standing = standingOf(product);
        standing.forEach(grant -> revoke(grant.id(), why));
        return standing.size();
    }

    /** Suspends all grants of a product that run. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void suspendAll(UUID product, Ending why) {
        store.lockOf(product);
        activeOf(product).forEach(grant -> suspend(grant.id(), why));
    }

    void publish(String action, Grant grant, @Nullable Ending why) {
        var caseId = why == null || why.caseId() == null ? grant.caseId() : why.caseId();
        var event = Auditable.of(action, caseId, why == null ? null : why.actor(), "grant " + grant.id())
                .with("product", grant.productName())
                .with("unit", grant.unitName())
                .with("scenario", grant.scenarioName())
                .with("purpose", grant.purpose().name())
                .with("until", grant.validTo().toString());
        if (why != null) {
            event = event.with("stopReason", why.reason().name()).with("comment", why.comment());
        }
        events.publishEvent(event);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return Stream.of(one, other).min(Comparator.naturalOrder()).orElseThrow();
    }

    private LocalDate today() {
        return WorkingDays.today(clock);
    }
}
