package org.sluice.ui.fakes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.privacy.MatchTestState;
import org.sluice.process.privacy.MatchTestStep;
import org.sluice.process.privacy.PartyState;
import org.sluice.ui.privacy.MatchTestDesk;

/** One match test that a test leads from state to state. */
public final class FakeMatchTests implements MatchTestDesk {

    public final List<Consumer<List<MatchTest>>> watchers = new ArrayList<>();
    public List<MatchTest> tests = List.of();

    public static MatchTest test(MatchTestState state, Side bank, Side supplier, @Nullable LocalText disagreement) {
        return new MatchTest(
                new UUID(0, 7),
                state,
                Instant.parse("2026-11-20T02:00:00Z"),
                null,
                Instant.parse("2026-11-22T02:00:00Z"),
                1000,
                bank,
                supplier,
                state == MatchTestState.DONE,
                disagreement,
                bank.receipt() == null || supplier.receipt() == null ? null : true);
    }

    public static Side computing(long done) {
        return side(
                PartyState.RUNNING,
                new Progress(MatchTestStep.HASHING, done, 20_000, 1_460_000, Instant.parse("2026-11-20T02:01:00Z")),
                null,
                null);
    }

    public static Side saying(PartyState state, String zh, String en) {
        return side(state, null, new LocalText(zh, en), null);
    }

    public static Side done() {
        return side(
                PartyState.DONE,
                null,
                null,
                new Figures(20_000, 50_000, 12_600, 0.63, 5_110_000, 12.34, 1, "ab".repeat(32)));
    }

    private static Side side(
            PartyState state, @Nullable Progress progress, @Nullable LocalText says, @Nullable Figures figures) {
        var receipt = figures == null ? null : "{\"receipt\":{},\"signature\":\"AA==\"}";
        return new Side(new LocalText("甲公司", "Alpha Ltd"), "companies", state, progress, says, figures, receipt);
    }

    /** Puts the test into another state and tells whoever watches. */
    public void move(MatchTest test) {
        tests = List.of(test);
        watchers.forEach(watcher -> watcher.accept(tests));
    }

    @Override
    public List<MatchTest> matchTests(CaseId caseId) {
        return tests;
    }

    @Override
    public Runnable watch(CaseId caseId, Consumer<List<MatchTest>> moved) {
        watchers.add(moved);
        return () -> watchers.remove(moved);
    }
}
