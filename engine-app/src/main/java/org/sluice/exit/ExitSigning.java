package org.sluice.exit;

import static org.sluice.shared.Details.details;

import org.jspecify.annotations.Nullable;
import org.sluice.blacklist.Blacklist;
import org.sluice.catalog.ProductRegister;
import org.sluice.process.Problems;
import org.sluice.process.Role;
import org.sluice.process.exit.ApproveExit;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.shared.Actor;
import org.sluice.shared.Flags;
import org.springframework.stereotype.Component;

/** A signature under an exit, by whose role it was asked or by whoever signs instead. */
@Component
class ExitSigning {

    private final ExitCases exits;
    private final ExitApprovals approvals;
    private final ProductRegister products;
    private final Blacklist blacklist;

    ExitSigning(ExitCases exits, ExitApprovals approvals, ProductRegister products, Blacklist blacklist) {
        this.exits = exits;
        this.approvals = approvals;
        this.products = products;
        this.blacklist = blacklist;
    }

    /**
     * @param insteadOf the role that signs an overdue one; null: the role that was asked
     * @throws org.sluice.process.Invalid when the product of a supplier on the blacklist is to stay
     */
    Flags sign(Actor actor, Exit exit, ApproveExit body, @Nullable Role insteadOf) {
        var approved = Boolean.TRUE.equals(body.approved());
        var supplier = products.get(exit.product()).supplier();
        new Problems()
                .when(!approved && blacklist.isListed(supplier), "approved", "exitOfListedSupplier")
                .orThrow();
        var signature = approvals.answer(exit.caseId(), actor.id(), insteadOf, approved, body.comment());
        exits.publish(
                approved ? "exit.approved" : "exit.refused",
                exit,
                actor,
                details(
                        "role", insteadOf == null ? signature.role() : insteadOf,
                        "insteadOf", insteadOf == null ? null : signature.role(),
                        "comment", body.comment()));
        if (!approved) {
            exits.turnBack(exit, ExitState.REFUSED, "exitRefused", body.comment());
        }
        return Flags.of(DataExitProcess.APPROVED, approved);
    }
}
