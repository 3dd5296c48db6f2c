package org.sluice.exit;

import static org.sluice.shared.Details.details;

import org.sluice.blacklist.Blacklist;
import org.sluice.catalog.ProductRegister;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.Invalid;
import org.sluice.process.NotPermitted;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.process.Withdraw;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.shared.Access;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flow;
import org.springframework.stereotype.Component;

/**
 * Takes exits back while nothing has been switched. What is blocked, and what belongs to a supplier on the blacklist, is not
 * opened by taking a case back: that takes a signature.
 */
@Component
class ExitWithdrawals {

    private final ExitStore store;
    private final ExitCases exits;
    private final ProductRegister products;
    private final Blacklist blacklist;
    private final CaseFiles files;
    private final Access access;
    private final Flow flow;

    ExitWithdrawals(
            ExitStore store,
            ExitCases exits,
            ProductRegister products,
            Blacklist blacklist,
            CaseFiles files,
            Access access,
            Flow flow) {
        this.store = store;
        this.exits = exits;
        this.products = products;
        this.blacklist = blacklist;
        this.files = files;
        this.access = access;
        this.flow = flow;
    }

    /** Taken back twice it stays as it is. */
    void withdraw(Actor actor, CaseId caseId, Withdraw body) {
        files.lock(caseId);
        var exit = store.get(caseId);
        if (!isFor(actor, exit)) {
            access.requireSees(actor, UnitCode.HEAD_OFFICE);
            throw new NotPermitted("withdrawExit", exit.number());
        }
        if (!body.problems().isEmpty()) {
            throw new Invalid(body.problems());
        }
        if (exit.state() == ExitState.WITHDRAWN) {
            return;
        }
        if (!exit.state().mayTurnBack()) {
            throw new Conflict("exitState", exit.number(), exit.state());
        }
        if (exit.isBlocked()) {
            throw new Conflict("exitBlocked", exit.number());
        }
        if (isOfListedSupplier(exit)) {
            throw new Conflict("exitOfListedSupplier", exit.number());
        }
        exits.turnBack(exit, ExitState.WITHDRAWN, "withdrawn", body.reason());
        exits.publish("exit.withdrawn", exit, actor, details("reason", body.reason()));
        flow.send(DataExitProcess.Message.EXIT_WITHDRAWN, caseId);
    }

    boolean may(Actor actor, Exit exit) {
        return isFor(actor, exit) && exit.state().mayTurnBack() && !exit.isBlocked() && !isOfListedSupplier(exit);
    }

    /** Who opened it, and the head of the department: of an exit that the house opened the head alone. */
    private boolean isFor(Actor actor, Exit exit) {
        return actor.id().equals(exit.openedBy()) || access.acts(actor, Role.DATA_HEAD, UnitCode.HEAD_OFFICE);
    }

    private boolean isOfListedSupplier(Exit exit) {
        return blacklist.isListed(products.get(exit.product()).supplier());
    }
}
