package org.sluice.ui.fakes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.Page;
import org.sluice.process.Role;
import org.sluice.process.access.Purpose;
import org.sluice.process.privacy.CryptoSuite;
import org.sluice.process.privacy.MatchTestStep;
import org.sluice.process.privacy.PartyState;
import org.sluice.process.privacy.PrivacyJobForm;
import org.sluice.process.privacy.PrivacyJobState;
import org.sluice.process.privacy.PrivacyMethod;
import org.sluice.process.privacy.PrivacyOutput;
import org.sluice.process.privacy.PrivacyStep;
import org.sluice.process.privacy.StopPrivacyJob;
import org.sluice.ui.privacy.MatchTestDesk.Progress;
import org.sluice.ui.privacy.PrivacyJobDesk;

/** Privacy jobs that a test leads from state to state; remembers what it was asked. */
public final class FakePrivacyJobs implements PrivacyJobDesk {

    public static final CaseId CASE = new CaseId(new UUID(0, 21));
    private static final Instant ORDERED = Instant.parse("2026-11-22T02:00:00Z");
    private static final LocalText BANK = new LocalText("银行", "The bank");
    private static final LocalText PARTNER = new LocalText("甲公司", "Alpha Ltd");

    public final List<PrivacyJobForm> sent = new ArrayList<>();
    public final List<String> stopped = new ArrayList<>();
    public final List<Consumer<Job>> watchers = new ArrayList<>();
    public @Nullable Job job;
    public List<JobRow> rows = new ArrayList<>(List.of(row(PrivacyJobState.RUNNING, waits(Cause.COMPUTING))));
    public @Nullable String text;
    public @Nullable PrivacyJobState state;
    public boolean mayRequest = true;
    public boolean refuses;
    public boolean broken;
    public List<DataSet> bankDataSets =
            List.of(set("accounts@3", 20_000), new DataSet("loans@1", "loans", 900, true, ORDERED));
    public List<Partner> partners = List.of(
            new Partner("ALPHA", PARTNER, List.of(set("companies@7", 50_000), set("people@2", 80))),
            new Partner("BETA", new LocalText("乙公司", "Beta Ltd"), List.of()));

    public static Waits waits(Cause cause) {
        return new Waits(cause, Role.COMPLIANCE, PARTNER, new LocalText("内存不足", "too little memory"));
    }

    public static JobRow row(PrivacyJobState state, Waits waits) {
        return new JobRow(
                CASE,
                "PRV-2026-00001",
                new LocalText("总行", "Head office"),
                PARTNER,
                "accounts@3",
                "companies@7",
                Purpose.MARKETING,
                PrivacyOutput.BANK_LEARNS,
                state == PrivacyJobState.REQUESTED ? null : PrivacyMethod.RR22_MALICIOUS,
                state == PrivacyJobState.REQUESTED ? null : CryptoSuite.P256_SHA256,
                state,
                waits,
                ORDERED,
                state.isEnd() ? ORDERED.plusSeconds(60) : null);
    }

    public static Job job(JobRow row, List<Step> steps, @Nullable Boolean agree, @Nullable LocalText trouble) {
        return new Job(
                row,
                "find the customers of both",
                30,
                new LocalText("银行获知共有标识。", "Which of its identifiers the partner holds."),
                new LocalText("仅获知银行标识数。", "How many identifiers the bank brings."),
                new LocalText("恶意对方。", "A malicious peer."),
                row.state() == PrivacyJobState.REQUESTED ? null : new Line(843.2, ORDERED),
                List.of(
                        finding("J-06", Weight.FORBIDS, "过小。", "Too small."),
                        finding("J-03", Weight.FORBIDS_UNLESS_WAIVED, "近期重复。", "Ran lately."),
                        finding("J-09", Weight.WAIVED, "模型偏弱。", "A weak model."),
                        finding("J-07", Weight.NOTES, "已跑过。", "Ran before.")),
                List.of(
                        new Approval(Role.COMPLIANCE, true, new LocalText("张三", "Zhang San"), "fine"),
                        new Approval(Role.PRIVACY_ENGINEER, false, new LocalText("李四", "Li Si"), "too wide"),
                        new Approval(Role.LEGAL, false, null, null)),
                steps,
                agree,
                trouble,
                row.state() == PrivacyJobState.RELEASED ? ORDERED.plusSeconds(30 * 86_400L) : null,
                !row.state().isEnd());
    }

    public static Step step(PrivacyStep what, Side bank, Side partner) {
        return new Step(new UUID(1, what.ordinal()), what, ORDERED, null, ORDERED.plusSeconds(86_400), bank, partner);
    }

    public static Side bank(PartyState state) {
        return new Side(BANK, state, null, null, null, null, null);
    }

    public static Side partner(PartyState state) {
        return new Side(PARTNER, state, null, null, null, null, null);
    }

    /** @param second after the order at which it tells so */
    public static Side computing(long done, long second) {
        return new Side(
                BANK,
                PartyState.RUNNING,
                null,
                new Progress(MatchTestStep.HASHING, done, 20_000, 1_460_000, ORDERED.plusSeconds(second)),
                null,
                null,
                null);
    }

    /** A run that is given out in three ranges. */
    public static Side inRanges(int done) {
        return new Side(BANK, PartyState.RUNNING, new Ranges(done, 3), null, null, null, null);
    }

    public static Side saying(PartyState state) {
        return new Side(PARTNER, state, null, null, new LocalText("内存不足。", "Too little memory."), null, null);
    }

    public static Side signed(LocalText party, String receipt) {
        return new Side(
                party,
                PartyState.DONE,
                null,
                null,
                null,
                new Report(
                        20_000L,
                        null,
                        null,
                        50_000L,
                        12_600L,
                        5_110_000L,
                        12.34,
                        1L,
                        "ab".repeat(32),
                        null,
                        null,
                        null),
                receipt);
    }

    /** A run that both parties have signed. */
    public static Step done() {
        return step(PrivacyStep.RUN, signed(BANK, "{\"party\":\"BANK\"}"), signed(PARTNER, "{\"party\":\"ALPHA\"}"));
    }

    private static DataSet set(String handle, long rows) {
        return new DataSet(handle, handle.substring(0, handle.indexOf('@')), rows, false, ORDERED);
    }

    /** Puts the job into another state and tells whoever watches. */
    public void move(Job next) {
        job = next;
        watchers.forEach(watcher -> watcher.accept(next));
    }

    @Override
    public boolean mayRequest() {
        return mayRequest;
    }

    @Override
    public Choices choices() {
        return new Choices(List.of(new Option("HO", new LocalText("总行", "Head office"))), bankDataSets, partners);
    }

    @Override
    public Receipt request(PrivacyJobForm form, String idempotencyKey) {
        sent.add(form);
        return new Receipt(CASE, "PRV-2026-00001");
    }

    @Override
    public Page<JobRow> jobs(@Nullable String asked, @Nullable PrivacyJobState only, int offset, int limit) {
        if (broken) {
            throw new IllegalStateException("the database is away");
        }
        text = asked;
        state = only;
        var found =
                rows.stream().filter(row -> only == null || row.state() == only).toList();
        return new Page<>(
                found.size(), found.subList(Math.min(offset, found.size()), Math.min(offset + limit, found.size())));
    }

    @Override
    public Optional<Job> job(CaseId caseId) {
        return Optional.ofNullable(job);
    }

    @Override
    public Runnable watch(CaseId caseId, Consumer<Job> moved) {
        watchers.add(moved);
        return () -> watchers.remove(moved);
    }

    @Override
    public void stop(CaseId caseId, StopPrivacyJob body) {
        if (refuses) {
            throw new Conflict("resumeSameEyes");
        }
        stopped.add(String.valueOf(body.reason()));
    }

    private static Finding finding(String rule, Weight weight, String zh, String en) {
        return new Finding(rule, weight, new LocalText(zh, en), new LocalText("核对。", "Check."));
    }
}
