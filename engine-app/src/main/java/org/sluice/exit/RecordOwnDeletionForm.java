package org.sluice.exit;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.process.exit.RecordOwnDeletion;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** Platform operations deletes what the bank holds and revokes the keys. */
@Component
class RecordOwnDeletionForm implements TaskForm<RecordOwnDeletion> {

    private final ExitStore store;
    private final ExitCases exits;
    private final Deletions deletions;

    RecordOwnDeletionForm(ExitStore store, ExitCases exits, Deletions deletions) {
        this.store = store;
        this.exits = exits;
        this.deletions = deletions;
    }

    @Override
    public String key() {
        return DataExitProcess.Task.RECORD_OWN_DELETION;
    }

    @Override
    public Class<RecordOwnDeletion> body() {
        return RecordOwnDeletion.class;
    }

    @Override
    public RecordOwnDeletion example(CaseId caseId) {
        return new RecordOwnDeletion(
                store.get(caseId).number() + "-B",
                exits.today(),
                "Caches, batch files and test data; interface keys revoked.",
                "Call logs, as long as the law wants them kept.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return exits.due("exit.ownDeletion.due", asked);
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, RecordOwnDeletion body) {
        var exit = exits.held(caseId, ExitState.ENDED);
        var deletedOn = Objects.requireNonNull(body.deletedOn());
        ExitDays.requireSinceUseEnded(exit, deletedOn, exits.today());
        deletions.record(
                caseId,
                new Deletions.Deletion(
                        Deletions.Side.BANK,
                        true,
                        body.certificateNo(),
                        deletedOn,
                        Objects.requireNonNull(body.scope()),
                        body.kept(),
                        null,
                        null),
                actor.id());
        exits.publish(
                "exit.ownDeletionRecorded",
                exit,
                actor,
                details(
                        "certificateNo", body.certificateNo(),
                        "deletedOn", deletedOn.toString(),
                        "deletionScope", body.scope(),
                        "kept", body.kept()));
        return Flags.NONE;
    }
}
