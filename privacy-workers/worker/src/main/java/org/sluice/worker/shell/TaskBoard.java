package org.sluice.worker.shell;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sluice.process.privacy.MatchTestStep;
import org.sluice.protocol.group.BatchedGroup.Step;
import org.sluice.worker.jobs.Progress;
import org.sluice.worker.notice.Notice;

/** The newest state of one task. Writing it costs a job an object and no wait; reading it is the bulletin's business. */
final class TaskBoard implements Progress {

    private static final int MOST_CHARACTERS = 500;

    /**
     * How far a task is.
     *
     * @param step the engine's word for it
     * @param bytes over the line, both ways
     * @param zh why it waits; only then, and with {@code en}
     */
    record State(
            String step,
            long done,
            long total,
            long bytes,
            @Nullable String zh,
            @Nullable String en) {

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
        write(new State(MatchTestStep.WAITING.name(), 0, 0, 0, words(notice.chinese()), words(notice.english())));
    }

    /** As the engine takes them: not too many, and in one line. */
    private static String words(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.codePointCount(0, line.length()) <= MOST_CHARACTERS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST_CHARACTERS));
    }

    @Override
    public void computes(Step step, int rows, int total, long bytes) {
        MatchTestStep word =
                switch (step) {
                    case OWN -> MatchTestStep.HASHING;
                    case PEERS -> MatchTestStep.MASKING;
                };
        write(new State(word.name(), rows, total, bytes, null, null));
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
