package org.sluice.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.privacy.MatchTestStore.Part;
import org.sluice.privacy.process.PartyTasks;
import org.sluice.process.CaseId;
import org.sluice.process.privacy.MatchTestState;
import org.sluice.process.privacy.PartyState;
import org.sluice.shared.Actors;
import org.sluice.shared.CaseReaders;
import org.sluice.ui.privacy.MatchTestDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The match tests of a case, for whoever sees the case: its initiator, and those who see its unit. */
@Service
public class MatchTestBoard implements MatchTestDesk {

    private final MatchTestStore store;
    private final PartyTasks tasks;
    private final MatchTestWatchers watchers;
    private final CaseReaders readers;
    private final Actors actors;
    private final TransactionTemplate reading;

    MatchTestBoard(
            MatchTestStore store,
            PartyTasks tasks,
            MatchTestWatchers watchers,
            CaseReaders readers,
            Actors actors,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.tasks = tasks;
        this.watchers = watchers;
        this.readers = readers;
        this.actors = actors;
        // of its own: a watcher is told when the transaction that moved something has just ended
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public List<MatchTest> matchTests(CaseId caseId) {
        permitted(caseId);
        return read(caseId);
    }

    /** Whoever may see the case when the watch begins is told; a page that is opened anew asks anew. */
    @Override
    public Runnable watch(CaseId caseId, Consumer<List<MatchTest>> moved) {
        permitted(caseId);
        return watchers.add(caseId, () -> moved.accept(read(caseId)));
    }

    private void permitted(CaseId caseId) {
        readers.requireReads(actors.current(), caseId);
    }

    private List<MatchTest> read(CaseId caseId) {
        return Objects.requireNonNull(reading.execute(
                status -> store.of(caseId).stream().map(this::view).toList()));
    }

    private MatchTest view(MatchTestStore.Test test) {
        var parts = store.parts(test.job());
        return new MatchTest(
                test.job(),
                test.state(),
                test.orderedAt(),
                test.endedAt(),
                test.terms().deadline(),
                test.terms().leastSet(),
                side(parts.get(0)),
                side(parts.get(1)),
                test.state() == MatchTestState.DONE,
                test.disagreement() == null ? null : test.disagreement().words(),
                agree(test, parts.get(0), parts.get(1)));
    }

    private static @Nullable Boolean agree(MatchTestStore.Test test, Part bank, Part supplier) {
        var known = new HashMap<String, String>();
        known.put("job", test.job().toString());
        if (bank.figures() != null) {
            known.put("transcriptHash", bank.figures().transcriptHash());
            known.put("common", Long.toString(bank.figures().matched()));
        }
        return ReceiptPair.differences(bank.receipt(), supplier.receipt(), known)
                .map(List::isEmpty)
                .orElse(null);
    }

    private Side side(Part part) {
        return new Side(
                part.partyName(),
                part.dataSet().replaceFirst("@.*", ""),
                state(part),
                progress(part.progress()),
                part.says(),
                figures(part.figures()),
                part.receipt());
    }

    /** What waits in a worker's hands is known to the engine alone. */
    private PartyState state(Part part) {
        var task = part.externalTask();
        return part.state() == PartyState.WAITING && part.says() == null && task != null && tasks.isHeld(task)
                ? PartyState.FETCHED
                : part.state();
    }

    private static @Nullable Progress progress(PartRows.@Nullable Progress progress) {
        return progress == null
                ? null
                : new Progress(progress.step(), progress.done(), progress.total(), progress.bytes(), progress.at());
    }

    private static @Nullable Figures figures(org.sluice.privacy.@Nullable Figures figures) {
        return figures == null
                ? null
                : new Figures(
                        figures.ownSize(),
                        figures.peerSize(),
                        figures.matched(),
                        figures.matchRate(),
                        figures.bytes(),
                        figures.seconds(),
                        figures.runs(),
                        figures.transcriptHash());
    }
}
