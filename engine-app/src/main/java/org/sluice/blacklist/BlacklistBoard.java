package org.sluice.blacklist;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.SupplierRegister;
import org.sluice.process.Body;
import org.sluice.process.CaseId;
import org.sluice.process.Invalid;
import org.sluice.process.NotFound;
import org.sluice.process.Problems;
import org.sluice.process.blacklist.BlacklistSeverity;
import org.sluice.process.blacklist.EndSuspension;
import org.sluice.process.blacklist.ProposeBlacklisting;
import org.sluice.process.blacklist.ProposeLifting;
import org.sluice.process.blacklist.SuspendSupplier;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Access;
import org.sluice.shared.Actor;
import org.sluice.shared.Actors;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.CaseReaders;
import org.sluice.shared.IdempotentRequests;
import org.sluice.ui.blacklist.BlacklistDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The blacklist on the screens and over the API, for the person who is signed in. */
@Service
@Transactional
public class BlacklistBoard implements BlacklistDesk {

    /** Case and number of what was opened. */
    public record Receipt(CaseId caseId, String number) {}

    private final Blacklist blacklist;
    private final Suspending suspending;
    private final EarlyLifting liftings;
    private final EntryStore store;
    private final Suspensions suspensions;
    private final Liftings proposedLiftings;
    private final SupplierRegister suppliers;
    private final Parameters parameters;
    private final CaseFiles files;
    private final IdempotentRequests requests;
    private final CaseReaders readers;
    private final Access access;
    private final Actors actors;

    BlacklistBoard(
            Blacklist blacklist,
            Suspending suspending,
            EarlyLifting liftings,
            EntryStore store,
            Suspensions suspensions,
            Liftings proposedLiftings,
            SupplierRegister suppliers,
            Parameters parameters,
            CaseFiles files,
            IdempotentRequests requests,
            CaseReaders readers,
            Access access,
            Actors actors) {
        this.blacklist = blacklist;
        this.suspending = suspending;
        this.liftings = liftings;
        this.store = store;
        this.suspensions = suspensions;
        this.proposedLiftings = proposedLiftings;
        this.suppliers = suppliers;
        this.parameters = parameters;
        this.files = files;
        this.requests = requests;
        this.readers = readers;
        this.access = access;
        this.actors = actors;
    }

    @Override
    @Transactional(readOnly = true)
    public OfSupplier ofSupplier(String code) {
        var actor = actors.current();
        access.requireCatalogue(actor);
        var supplier = supplier(code);
        var open = store.proposed(supplier.id()).isPresent();
        return new OfSupplier(
                store.of(supplier.id()).stream()
                        .filter(entry -> entry.isPublished() || sees(actor, entry.caseId()))
                        .map(entry -> line(actor, entry))
                        .toList(),
                !open && blacklist.mayPropose(actor));
    }

    /** All entries in force, for the bank's own people; the one that ends first comes first. */
    @Transactional(readOnly = true)
    public List<Line> inForce() {
        var actor = actors.current();
        access.requireCatalogue(actor);
        return store.inForce().stream().map(entry -> line(actor, entry)).toList();
    }

    /** The entry of a case, for people who see it. */
    @Transactional(readOnly = true)
    public Line ofCase(CaseId caseId) {
        var actor = actors.current();
        readers.requireReads(actor, caseId);
        return line(actor, store.get(caseId));
    }

    private Line line(Actor actor, Entry entry) {
        var suspension = suspensions.open(entry.caseId()).orElse(null);
        var undecided = entry.state().isUndecided();
        return new Line(
                entry.caseId(),
                sees(actor, entry.caseId()),
                entry.number(),
                entry.state().name(),
                entry.reason(),
                BlacklistSeverity.valueOf(entry.severity()),
                entry.proposedAt(),
                entry.effectiveOn(),
                entry.endsOn(),
                entry.months() != null && entry.months() >= parameters.whole("blacklist.permanent.months"),
                suspension == null ? null : suspension.endsOn(),
                undecided
                        && suspension == null
                        && suspending.maySuspend(actor)
                        && !entry.proposedBy().equals(actor.id()),
                suspension != null && suspending.maySuspend(actor),
                entry.state() == BlacklistState.EFFECTIVE
                        && proposedLiftings.open(entry.caseId()).isEmpty()
                        && liftings.mayPropose(actor));
    }

    @Override
    public CaseId propose(String code, ProposeBlacklisting body) {
        return propose(code, body, null).caseId();
    }

    /** As {@link #propose(String, ProposeBlacklisting)}; a null key asks for no protection against doubles. */
    public Receipt propose(String code, ProposeBlacklisting body, @Nullable String idempotencyKey) {
        var actor = actors.current();
        access.requireCatalogue(actor);
        if (!body.problems().isEmpty()) {
            throw new Invalid(body.problems());
        }
        var request = List.of(code, body);
        return requests.once(actor, idempotencyKey, "blacklist.propose", request, Receipt.class, () -> {
            var opened = blacklist.propose(
                    actor,
                    new Blacklist.Proposal(
                            supplier(code).id(),
                            Objects.requireNonNull(body.reason()),
                            Objects.requireNonNull(body.severity()).name(),
                            Objects.requireNonNull(body.evidence()),
                            origin(actor, body.origin())));
            return new Receipt(opened, store.get(opened).number());
        });
    }

    private @Nullable CaseId origin(Actor actor, @Nullable String number) {
        if (number == null || number.isBlank()) {
            return null;
        }
        var origin = files.numbered(number.strip()).orElse(null);
        new Problems()
                .when(origin == null || !sees(actor, origin), "origin", "unknownCode", number)
                .orThrow();
        return origin;
    }

    @Override
    public void suspend(CaseId caseId, SuspendSupplier body) {
        suspend(caseId, body, null);
    }

    /** As {@link #suspend(CaseId, SuspendSupplier)}; a null key asks for no protection against doubles. */
    public void suspend(CaseId caseId, SuspendSupplier body, @Nullable String idempotencyKey) {
        var actor = actors.current();
        once(actor, idempotencyKey, "blacklist.suspend", caseId, body, () -> suspending.suspend(actor, caseId, body));
    }

    @Override
    public void endSuspension(CaseId caseId, EndSuspension body) {
        endSuspension(caseId, body, null);
    }

    /** As {@link #endSuspension(CaseId, EndSuspension)}; a null key asks for no protection against doubles. */
    public void endSuspension(CaseId caseId, EndSuspension body, @Nullable String idempotencyKey) {
        var actor = actors.current();
        once(actor, idempotencyKey, "blacklist.endSuspension", caseId, body, () -> suspending.end(actor, caseId, body));
    }

    @Override
    public void proposeLifting(CaseId caseId, ProposeLifting body) {
        proposeLifting(caseId, body, null);
    }

    /** As {@link #proposeLifting(CaseId, ProposeLifting)}; a null key asks for no protection against doubles. */
    public void proposeLifting(CaseId caseId, ProposeLifting body, @Nullable String idempotencyKey) {
        var actor = actors.current();
        once(actor, idempotencyKey, "blacklist.lift", caseId, body, () -> liftings.propose(actor, caseId, body));
    }

    private void once(Actor actor, @Nullable String key, String operation, CaseId caseId, Body body, Runnable effect) {
        requests.once(actor, key, operation, List.of(caseId, body), CaseId.class, () -> {
            effect.run();
            return caseId;
        });
    }

    private boolean sees(Actor actor, CaseId caseId) {
        return readers.reads(actor, files.get(caseId));
    }

    private SupplierRegister.Registered supplier(String code) {
        return suppliers.byCode(code).orElseThrow(() -> new NotFound("supplier", code));
    }
}
