package org.sluice.worker.shell;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.group.BatchedGroup.Step;
import org.sluice.worker.jobs.Progress;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.notice.NoticeCode;

/** The newest state of one task. Writing it costs a job an object and no wait; reading it is the bulletin's business. */
final class TaskBoard implements Progress {

    private static final String WAITING = "WAITING";

    /**
     * How far a task is.
     *
     * @param step the engine's word for it
     * @param bytes over the line, both ways
     */
    record State(String step, long done, long total, long bytes, String zh, String en) {

        /** Only then does the engine take words: what a step is called, it knows itself. */
        boolean isWaiting() {
            return step.equals(WAITING);
        }

        /** Batches end on several threads, and the last to be heard need not be the farthest. */
        boolean overtakes(@Nullable State before) {
            return before == null || !before.step.equals(step) || before.total != total || done >= before.done;
        }
    }

    private final AtomicReference<@Nullable State> newest = new AtomicReference<>();
    private final Runnable stepBegins;
    private volatile @Nullable State told;

    /** @param stepBegins called where the state is of another kind than the one before */
    TaskBoard(Runnable stepBegins) {
        this.stepBegins = stepBegins;
    }

    @Override
    public void waits(Notice notice) {
        write(new State(WAITING, 0, 0, 0, notice.chinese(), notice.english()));
    }

    @Override
    public void computes(Step step, int rows, int total, long bytes) {
        write(
                switch (step) {
                    case OWN -> state("MASKING", rows, total, bytes, NoticeCode.MASKS_OWN);
                    case PEERS -> state("CHECKING", rows, total, bytes, NoticeCode.CHECKS_PEERS);
                });
    }

    private static State state(String step, long done, long total, long bytes, NoticeCode code) {
        Notice notice = Notice.of(code);
        return new State(step, done, total, bytes, notice.chinese(), notice.english());
    }

    private void write(State state) {
        State before = newest.getAndUpdate(last -> state.overtakes(last) ? state : last);
        if (before == null || !before.step().equals(state.step())) {
            stepBegins.run();
        }
    }

    /** What the engine does not know yet. */
    Optional<State> news() {
        State state = newest.get();
        return state == null || state.equals(told) ? Optional.empty() : Optional.of(state);
    }

    void told(State state) {
        told = state;
    }
}
