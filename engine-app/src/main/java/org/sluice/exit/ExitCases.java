package org.sluice.exit;

import static org.sluice.shared.Details.details;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.access.Ending;
import org.sluice.access.UsageGrants;
import org.sluice.catalog.ProductRegister;
import org.sluice.process.CaseId;
import org.sluice.process.access.StopReason;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Term;
import org.sluice.shared.WorkingDays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What the steps of an exit have in common: who holds it, how use stops and goes on, and how it ends. */
@Component
class ExitCases {

    private final ExitStore store;
    private final CaseFiles files;
    private final ProductRegister products;
    private final UsageGrants grants;
    private final Parameters parameters;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ExitCases(
            ExitStore store,
            CaseFiles files,
            ProductRegister products,
            UsageGrants grants,
            Parameters parameters,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.files = files;
        this.products = products;
        this.grants = grants;
        this.parameters = parameters;
        this.clock = clock;
        this.events = events;
    }

    /** The exit, held until this transaction ends, if it is in one of these states. */
    Exit held(CaseId caseId, ExitState... states) {
        files.lock(caseId);
        var exit = store.get(caseId);
        exit.mustBe(states);
        return exit;
    }

    /** A change of state that does not end the exit; the case's cover goes with it. */
    void state(CaseId caseId, ExitState state) {
        store.state(caseId, state);
        files.state(caseId, state.name());
    }

    /** Nobody uses the product any more until somebody decides otherwise; blocked again it stays as it is. */
    void block(Exit exit, String action) {
        if (exit.isBlocked()) {
            return;
        }
        products.offboard(exit.product());
        grants.suspendAll(exit.product(), Ending.by(exit.caseId(), StopReason.PRODUCT_EXIT));
        store.blocked(exit.caseId(), true);
        publish(action, exit, null, details());
    }

    /** What this exit has blocked is open again; grants that were suspended for another reason stay so. */
    void unblock(Exit exit) {
        if (!exit.isBlocked()) {
            return;
        }
        resume(exit, grants.standingOf(exit.product()));
        store.blocked(exit.caseId(), false);
    }

    void resume(Exit exit, List<UsageGrants.Grant> suspended) {
        suspended.stream()
                .filter(grant -> grant.suspended() != null && grant.suspended().reason() == StopReason.PRODUCT_EXIT)
                .forEach(grant -> grants.resume(grant.id(), Ending.by(exit.caseId(), StopReason.PRODUCT_EXIT)));
    }

    /**
     * Nothing comes of the exit: the product is in use as it was.
     *
     * @param outcome message key below {@code outcome.}
     */
    void turnBack(Exit exit, ExitState state, String outcome, @Nullable String reason) {
        unblock(exit);
        products.backInUse(exit.product(), exit.productStateBefore());
        store.end(exit.caseId(), state, reason);
        files.close(exit.caseId(), state.name(), outcome);
    }

    List<Term> due(String parameter, Instant asked) {
        return List.of(new Term(asked, parameters.whole(parameter)));
    }

    LocalDate today() {
        return clock.instant().atZone(WorkingDays.ZONE).toLocalDate();
    }

    void publish(String action, Exit exit, @Nullable Actor actor, Map<String, Object> details) {
        events.publishEvent(new Auditable(action, exit.caseId(), actor, exit.subject(), details));
    }
}
