package org.sluice.blacklist;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.SupplierRegister;
import org.sluice.process.CaseId;
import org.sluice.process.CaseKind;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.NotPermitted;
import org.sluice.process.Problems;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.process.blacklist.BlacklistReason;
import org.sluice.process.blacklist.BlacklistSeverity;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Proposes suppliers for the blacklist, and tells who is on it; for whoever buys, evaluates or leaves one. */
@Service
public class Blacklist {

    /**
     * @param severity of {@link BlacklistSeverity}, one that the reason knows
     * @param evidence what is known, and where it is on file
     * @param origin the evaluation or exit that asks for it
     */
    public record Proposal(
            UUID supplier,
            BlacklistReason reason,
            String severity,
            String evidence,
            @Nullable CaseId origin) {}

    /** They work for themselves, decide nothing about data, or only read. */
    private static final Set<Role> PROPOSE_NOT =
            Set.of(Role.BUSINESS_REQUESTER, Role.ADMINISTRATOR, Role.AUDIT, Role.SUPPLIER_CONTACT);

    private static final int LONGEST_EVIDENCE = 4000;

    /** What ties a supplier to those in force on the list; the share of the largest common owner. */
    public record Ties(
            boolean representative,
            boolean controller,
            @Nullable BigDecimal ownership) {}

    private final EntryStore store;
    private final RelatedParties related;
    private final Bars bars;
    private final BlacklistStart start;
    private final SupplierRegister suppliers;
    private final CaseFiles files;
    private final ApplicationEventPublisher events;

    Blacklist(
            EntryStore store,
            RelatedParties related,
            Bars bars,
            BlacklistStart start,
            SupplierRegister suppliers,
            CaseFiles files,
            ApplicationEventPublisher events) {
        this.store = store;
        this.related = related;
        this.bars = bars;
        this.start = start;
        this.suppliers = suppliers;
        this.files = files;
        this.events = events;
    }

    /**
     * Opens the case that finds out whether the supplier belongs on the list.
     *
     * @throws NotPermitted when the person's department proposes nobody
     * @throws org.sluice.process.Invalid naming every field that is missing or wrong
     * @throws Conflict when a proposal about the supplier is open already; {@link #proposed} tells before
     */
    @Transactional
    public CaseId propose(Actor actor, Proposal proposal) {
        if (!mayPropose(actor)) {
            throw new NotPermitted("proposeBlacklist");
        }
        check(proposal);
        var supplier = suppliers.get(proposal.supplier());
        store.lockSupplier(supplier.id());
        store.proposed(supplier.id()).ifPresent(open -> {
            throw new Conflict("blacklistOpen", supplier.name(), store.get(open).number());
        });
        var caseId = CaseId.random();
        var number = store.nextNumber();
        files.open(
                caseId,
                CaseKind.BLACKLIST,
                number,
                title(supplier.name()),
                UnitCode.HEAD_OFFICE,
                actor.id(),
                null,
                BlacklistState.PROPOSED.name(),
                proposal.origin());
        store.insert(caseId, number, proposal, actor.id());
        events.publishEvent(Auditable.of("blacklist.proposed", caseId, actor, "blacklist " + number)
                .with("supplier", supplier.name())
                .with("blacklistReason", proposal.reason().name())
                .with("blacklistSeverity", proposal.severity())
                .with("evidence", proposal.evidence()));
        start.proposal(caseId);
        return caseId;
    }

    /** Whether the person's department may propose somebody. */
    public boolean mayPropose(Actor actor) {
        var roles = actor.rights().stream().map(Actor.Right::role).toList();
        return roles.stream().noneMatch(Role::isExternal)
                && roles.stream().anyMatch(role -> !PROPOSE_NOT.contains(role));
    }

    /** The case of the proposal about the supplier that is not decided yet. */
    @Transactional(readOnly = true)
    public Optional<CaseId> proposed(UUID supplier) {
        return store.proposed(supplier);
    }

    /** Whether an entry about the supplier is in force. */
    @Transactional(readOnly = true)
    public boolean isListed(UUID supplier) {
        return store.inForce(supplier).isPresent();
    }

    /**
     * Whether the supplier may be looked at at all; a suspended one may, but nothing is ordered from it.
     *
     * @throws Conflict when an entry about it is in force
     */
    @Transactional(readOnly = true)
    public void requireUnlisted(UUID supplier) {
        if (isListed(supplier)) {
            throw new Conflict("supplierListed", suppliers.get(supplier).name());
        }
    }

    /**
     * Whether something new may begin with the supplier.
     *
     * @throws Conflict when it is on the list, or suspended while its case is open
     */
    @Transactional(readOnly = true)
    public void requireFree(UUID supplier) {
        var registered = suppliers.get(supplier);
        requireUnlisted(supplier);
        if (registered.state().equals(Bars.SUSPENDED)) {
            throw new Conflict("supplierSuspended", registered.name());
        }
    }

    /** What the supplier is apart from being listed or suspended; what it is, where neither is the case. */
    @Transactional(readOnly = true)
    public String unbarred(UUID supplier) {
        return bars.unbarred(supplier);
    }

    /** A verdict about a supplier: it is this from now on, or as soon as it is neither listed nor suspended any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(UUID supplier, String state) {
        store.lockSupplier(supplier);
        bars.settle(supplier, state);
    }

    /** What the register of related parties knows; it does not know everybody, so that a person may know more. */
    @Transactional(readOnly = true)
    public Ties ties(UUID supplier) {
        var ties = related.toListed(supplier);
        return new Ties(
                ties.stream().anyMatch(tie -> tie.tie().equals(RelatedParties.LEGAL_REPRESENTATIVE)),
                ties.stream().anyMatch(tie -> tie.tie().equals(RelatedParties.CONTROLLED)),
                ties.stream()
                        .map(RelatedParties.Tie::share)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static void check(Proposal proposal) {
        var problems = new Problems();
        problems.required("severity", proposal.severity())
                .required("evidence", proposal.evidence())
                .atMost("evidence", proposal.evidence(), LONGEST_EVIDENCE)
                .when(
                        !severities(proposal.reason()).contains(proposal.severity()),
                        "severity",
                        "severityOfReason",
                        severities(proposal.reason()))
                .orThrow();
    }

    private static List<String> severities(BlacklistReason reason) {
        return reason.severities().stream().map(Enum::name).toList();
    }

    private static LocalText title(LocalText supplier) {
        return new LocalText("黑名单：" + supplier.zh(), "Blacklist: " + supplier.en());
    }
}
