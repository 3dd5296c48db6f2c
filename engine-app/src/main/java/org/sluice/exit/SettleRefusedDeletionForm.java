package org.sluice.exit;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.blacklist.Blacklist;
import org.sluice.catalog.ProductRegister;
import org.sluice.process.CaseId;
import org.sluice.process.blacklist.BlacklistReason;
import org.sluice.process.blacklist.BlacklistSeverity;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.process.exit.SettleRefusedDeletion;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** The legal department obtains the certificate, or proposes the supplier for the blacklist. */
@Component
class SettleRefusedDeletionForm implements TaskForm<SettleRefusedDeletion> {

    private final ExitCases exits;
    private final Deletions deletions;
    private final ProductRegister products;
    private final Blacklist blacklist;
    private final CaseFiles files;

    SettleRefusedDeletionForm(
            ExitCases exits, Deletions deletions, ProductRegister products, Blacklist blacklist, CaseFiles files) {
        this.exits = exits;
        this.deletions = deletions;
        this.products = products;
        this.blacklist = blacklist;
        this.files = files;
    }

    @Override
    public String key() {
        return DataExitProcess.Task.SETTLE_REFUSED_DELETION;
    }

    @Override
    public Class<SettleRefusedDeletion> body() {
        return SettleRefusedDeletion.class;
    }

    @Override
    public SettleRefusedDeletion example(CaseId caseId) {
        return new SettleRefusedDeletion(
                false, null, null, "Two formal demands without an answer; both are on file with the legal department.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(DataExitProcess.Task.RECORD_SUPPLIER_DELETION);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return exits.due("exit.refusedDeletion.due", asked);
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, SettleRefusedDeletion body) {
        var exit = exits.held(caseId, ExitState.ENDED);
        var measures = Objects.requireNonNull(body.measures());
        var certified = Boolean.TRUE.equals(body.certified());
        ExitDays.requireSinceUseEnded(exit, body.deletedOn(), exits.today());
        var proposal = certified ? null : propose(actor, exit, measures);
        deletions.settle(caseId, body.certificateNo(), body.deletedOn(), measures, proposal);
        exits.publish(
                certified ? "exit.certificateObtained" : "exit.leftWithoutCertificate",
                exit,
                actor,
                details(
                        "certificateNo",
                        body.certificateNo(),
                        "measures",
                        measures,
                        "blacklistCase",
                        proposal == null ? null : files.get(proposal).number()));
        return Flags.NONE;
    }

    /** The case about the supplier; one that is open already will hear of it, and who is listed is not proposed again. */
    private @Nullable CaseId propose(Actor actor, Exit exit, String measures) {
        var supplier = products.get(exit.product()).supplier();
        var open = blacklist.proposed(supplier);
        if (open.isPresent() || blacklist.isListed(supplier)) {
            return open.orElse(null);
        }
        return blacklist.propose(
                actor,
                new Blacklist.Proposal(
                        supplier,
                        BlacklistReason.NO_DELETION,
                        BlacklistSeverity.ORDINARY.name(),
                        exit.number() + ": " + measures,
                        exit.caseId()));
    }
}
