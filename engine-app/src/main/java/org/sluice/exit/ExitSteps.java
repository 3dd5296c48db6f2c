package org.sluice.exit;

import static org.sluice.shared.Details.details;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import org.sluice.access.Ending;
import org.sluice.access.UsageGrants;
import org.sluice.catalog.ApplicationCaseRegister;
import org.sluice.catalog.ProductRegister;
import org.sluice.evaluation.Evaluations;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.process.access.StopReason;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.procurement.Contracts;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Term;
import org.sluice.shared.TimerDates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps that the house takes by itself, named by the model and called by its jobs. A job that is run again changes
 * nothing.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ExitSteps {

    /** Whose signature is wanted, and until when it is waited for. */
    public record Wanted(Role role, Date until) {}

    /**
     * What a switch came to.
     *
     * @param switched false when the replacement is none any more: another one is wanted
     * @param contractsOpen a contract for the product is still open
     */
    public record Switch(boolean switched, boolean contractsOpen) {}

    private static final LocalText USE_ENDED = new LocalText("产品已退出使用", "The product has left use");

    private final ExitStore store;
    private final ExitCases exits;
    private final ExitImpact impact;
    private final ExitApprovals approvals;
    private final Replacements replacements;
    private final UsageGrants grants;
    private final ApplicationCaseRegister applicationCases;
    private final ProductRegister products;
    private final Contracts contracts;
    private final Evaluations evaluations;
    private final CaseFiles files;
    private final TimerDates timers;
    private final Parameters parameters;
    private final Clock clock;

    ExitSteps(
            ExitStore store,
            ExitCases exits,
            ExitImpact impact,
            ExitApprovals approvals,
            Replacements replacements,
            UsageGrants grants,
            ApplicationCaseRegister applicationCases,
            ProductRegister products,
            Contracts contracts,
            Evaluations evaluations,
            CaseFiles files,
            TimerDates timers,
            Parameters parameters,
            Clock clock) {
        this.store = store;
        this.exits = exits;
        this.impact = impact;
        this.approvals = approvals;
        this.replacements = replacements;
        this.grants = grants;
        this.applicationCases = applicationCases;
        this.products = products;
        this.contracts = contracts;
        this.evaluations = evaluations;
        this.files = files;
        this.timers = timers;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** Keeps what stands on the product now. */
    public void listImpact(CaseId caseId) {
        var exit = store.get(caseId);
        impact.list(exit);
        exits.publish(
                "exit.impactListed",
                exit,
                null,
                details(
                        "affected", impact.of(caseId).size(),
                        "critical", exit.assessed().critical(),
                        "replacementReady", exit.assessed().replacementReady()));
    }

    /** Use stops before anybody has signed. */
    public void blockAtOnce(CaseId caseId) {
        exits.block(store.get(caseId), "exit.blockedAtOnce");
    }

    /** The last hour of use is over; a bridge that the executive has built holds until its own end. */
    public void blockWhenDue(CaseId caseId) {
        var exit = store.get(caseId);
        if (exit.state().mayTurnBack() && exit.state() != ExitState.BRIDGED) {
            exits.block(exit, "exit.blockedWhenDue");
        }
    }

    /** Whose signature is wanted next, if any is still missing; with the last one the product is leaving. */
    public Optional<Wanted> nextApproval(CaseId caseId) {
        var exit = exits.held(caseId, ExitState.ASSESSED, ExitState.AGREED);
        var role = approvals.next(caseId);
        if (role.isEmpty() && exit.state() == ExitState.ASSESSED) {
            exits.state(caseId, ExitState.AGREED);
            products.offboard(exit.product());
            exits.publish("exit.agreed", exit, null, details());
        }
        return role.map(asked -> new Wanted(asked, until(exit)));
    }

    /** What was blocked at once is signed within its hours; everything else within working days. */
    private Date until(Exit exit) {
        var urgency = exit.decided();
        return urgency.isSignedInHours()
                ? Date.from(clock.instant().plus(Duration.ofHours(urgency.blockHours())))
                : timers.set(
                        exit.caseId(),
                        DataExitProcess.APPROVAL_UNTIL,
                        new Term(clock.instant(), parameters.whole("exit.approve.due")));
    }

    /** The bridge is over: nobody uses the product until something else is decided. */
    public void endBridge(CaseId caseId) {
        var exit = exits.held(caseId, ExitState.BRIDGED, ExitState.AGREED);
        if (exit.state() == ExitState.BRIDGED) {
            exits.state(caseId, ExitState.AGREED);
            exits.block(store.get(caseId), "exit.bridgeEnded");
        }
    }

    /**
     * Ends the use of the product: grants and application cases go over to the replacement, where there is one, and end
     * with the product, where there is none.
     */
    public Switch switchGrants(CaseId caseId) {
        files.lock(caseId);
        var exit = store.get(caseId);
        if (exit.state() == ExitState.ENDED) {
            return new Switch(true, hasOpenContract(exit));
        }
        exit.mustBe(ExitState.AGREED, ExitState.COMPARING);
        var replacement = exit.replacement();
        if (replacement != null && !replacements.stands(exit.product(), replacement)) {
            exits.state(caseId, ExitState.AGREED);
            exits.publish(
                    "exit.replacementGone",
                    exit,
                    null,
                    details("replacement", products.get(replacement).code()));
            return new Switch(false, true);
        }
        moveGrants(exit);
        for (var using : applicationCases.using(exit.product())) {
            var outcome = applicationCases.replace(using.id(), exit.product(), replacement);
            impact.outcome(caseId, ExitImpact.Kind.APPLICATION_CASE, using.id(), outcome.name());
        }
        impact.settleRequests(caseId);
        evaluations.stop(exit.product(), USE_ENDED);
        store.useEnded(caseId);
        files.state(caseId, ExitState.ENDED.name());
        exits.publish(
                "exit.useEnded",
                exit,
                null,
                details(
                        "replacement",
                        replacement == null ? null : products.get(replacement).code()));
        return new Switch(true, hasOpenContract(exit));
    }

    private void moveGrants(Exit exit) {
        var standing = grants.standingOf(exit.product());
        var replacement = exit.replacement();
        if (replacement != null) {
            var moved = grants.move(exit.product(), replacement, exit.caseId());
            exits.resume(exit, moved.moved());
        }
        var left = grants.standingOf(exit.product());
        left.forEach(grant -> grants.revoke(grant.id(), Ending.by(exit.caseId(), StopReason.PRODUCT_EXIT)));
        for (var grant : standing) {
            var isLeft = left.stream().anyMatch(each -> each.id().equals(grant.id()));
            impact.outcome(exit.caseId(), ExitImpact.Kind.GRANT, grant.id(), isLeft ? "REVOKED" : "MOVED");
        }
    }

    private boolean hasOpenContract(Exit exit) {
        return contracts.ofProduct(exit.product()).stream()
                .anyMatch(contract -> contract.state().isOpen());
    }

    /** Everything is settled: the product is retired. */
    public void archive(CaseId caseId) {
        files.lock(caseId);
        var exit = store.get(caseId);
        if (exit.state() == ExitState.ARCHIVED) {
            return;
        }
        exit.mustBe(ExitState.ENDED);
        products.retire(exit.product());
        store.end(caseId, ExitState.ARCHIVED, null);
        files.close(caseId, ExitState.ARCHIVED.name(), "exitArchived");
        exits.publish("exit.archived", exit, null, details());
    }

    /**
     * The engine has stopped the process of an exit that was taken back; use goes on since then.
     *
     * @throws org.sluice.process.Conflict when nobody has taken it back: a message alone stops nothing
     */
    public void acknowledgeWithdrawal(CaseId caseId) {
        store.get(caseId).mustBe(ExitState.WITHDRAWN);
    }
}
