package org.sluice.process.privacy;

import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.sluice.process.Var;

/**
 * The external task by which each of two parties takes part in a match test: how many identifiers their sets have in
 * common, and nothing else.
 *
 * <p>Each party gets a task of its own with the same {@link #JOB}; terms must be alike in both. No variable carries an
 * identifier, a key or a row.
 */
public final class MatchTestTopic {

    public static final String NAME = "match-test";

    /** One for both parties; a task that carries it again gets the outcome that was kept under it. */
    public static final Var<UUID> JOB = Var.uuid("jobId");

    /** The party that this task is for. */
    public static final Var<String> PARTY = Var.text("partyId");

    public static final Var<String> PEER_PARTY = Var.text("peerPartyId");

    /** Where the peer's worker listens, {@code host:port}. */
    public static final Var<String> PEER_ADDRESS = Var.text("peerAddress");

    /** {@code name@version} of a data set in the party's own worker. */
    public static final Var<String> DATA_SET = Var.text("dataSet");

    /** {@link #LEARNER} or {@link #RESPONDER}; one of each. Both know the number at the end, the learner knows it first. */
    public static final Var<String> ROLE = Var.text("role");

    /** {@code curve25519} or {@code p256}. */
    public static final Var<String> GROUP = Var.text("group");

    /** Least and greatest number of distinct identifiers on either side. */
    public static final Var<Long> LEAST_SET = Var.number("leastSet");

    public static final Var<Long> GREATEST_SET = Var.number("greatestSet");

    /** Until when a worker waits for its peer; after that the task fails for good. */
    public static final Var<Date> DEADLINE = Var.instant("deadline");

    public static final String LEARNER = "learner";
    public static final String RESPONDER = "responder";

    public static final List<Var<?>> INPUT =
            List.of(JOB, PARTY, PEER_PARTY, PEER_ADDRESS, DATA_SET, ROLE, GROUP, LEAST_SET, GREATEST_SET, DEADLINE);

    public static final Var<Long> OWN_SIZE = Var.number("ownSize");
    public static final Var<Long> PEER_SIZE = Var.number("peerSize");
    public static final Var<Long> MATCHED = Var.number("matched");

    /** {@link #MATCHED} over {@link #OWN_SIZE}, from 0 to 1. */
    public static final Var<Double> MATCH_RATE = new Var<>("matchRate", Double.class, Double.class);

    /** What went over the line in both directions. */
    public static final Var<Long> BYTES = Var.number("bytes");

    public static final Var<Double> SECONDS = new Var<>("seconds", Double.class, Double.class);

    /** Runs begun for this job, those that broke off included: each was a query to the peer. */
    public static final Var<Long> RUNS = Var.number("runs");

    /** Lower-case hex, equal at both parties. */
    public static final Var<String> TRANSCRIPT_HASH = Var.text("transcriptHash");

    public static final List<Var<?>> RESULT =
            List.of(OWN_SIZE, PEER_SIZE, MATCHED, MATCH_RATE, BYTES, SECONDS, RUNS, TRANSCRIPT_HASH);

    /**
     * Beside {@link #RESULT}: what the party has signed about the job, for whoever knows its certificate; JSON below 4000
     * characters. A worker of an older release brings none.
     */
    public static final Var<String> RECEIPT = Var.text("receipt");

    /** BPMN error: the worker will not do this job, now or later. */
    public static final String REFUSED = "match-test-refused";

    /** Comes with {@link #REFUSED}: a code in words, e.g. {@code set-too-small}. */
    public static final Var<String> REASON = Var.text("reason");

    private MatchTestTopic() {}
}
