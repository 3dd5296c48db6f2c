package org.sluice.exit;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.process.exit.RecordSupplierDeletion;
import org.sluice.shared.Actor;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** Procurement records what the supplier has certified, or that it refuses. */
@Component
class RecordSupplierDeletionForm implements TaskForm<RecordSupplierDeletion> {

    private final ExitStore store;
    private final ExitCases exits;
    private final Deletions deletions;

    RecordSupplierDeletionForm(ExitStore store, ExitCases exits, Deletions deletions) {
        this.store = store;
        this.exits = exits;
        this.deletions = deletions;
    }

    @Override
    public String key() {
        return DataExitProcess.Task.RECORD_SUPPLIER_DELETION;
    }

    @Override
    public Class<RecordSupplierDeletion> body() {
        return RecordSupplierDeletion.class;
    }

    @Override
    public RecordSupplierDeletion example(CaseId caseId) {
        return new RecordSupplierDeletion(
                true, store.get(caseId).number() + "-S", exits.today(), "Query logs and match sets deleted.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(DataExitProcess.Task.RECORD_OWN_DELETION);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return exits.due("exit.supplierDeletion.due", asked);
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, RecordSupplierDeletion body) {
        var exit = exits.held(caseId, ExitState.ENDED);
        var certified = Boolean.TRUE.equals(body.certified());
        ExitDays.requireSinceUseEnded(exit, body.deletedOn(), exits.today());
        deletions.record(
                caseId,
                new Deletions.Deletion(
                        Deletions.Side.SUPPLIER,
                        certified,
                        body.certificateNo(),
                        body.deletedOn(),
                        Objects.requireNonNull(body.statement()),
                        null,
                        null,
                        null),
                actor.id());
        exits.publish(
                certified ? "exit.supplierDeletionRecorded" : "exit.supplierDeletionRefused",
                exit,
                actor,
                details(
                        "certificateNo", body.certificateNo(),
                        "deletedOn",
                                body.deletedOn() == null
                                        ? null
                                        : body.deletedOn().toString(),
                        "statement", body.statement()));
        return Flags.of(DataExitProcess.CERTIFIED, certified);
    }
}
