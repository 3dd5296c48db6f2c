package org.sluice.process.privacy;

import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.sluice.process.Var;

/**
 * The external task by which a party carries out one step of a privacy job. What is to be done stands in {@link #ORDER},
 * signed by the engine: a worker does what a signed order says, and nothing that a variable says beside it. No variable
 * carries an identifier, a key or a row.
 */
public final class PrivacyOrderTopic {

    public static final String NAME = "privacy-order";

    /** One for both parties; the same as in the order. A task that carries it again is answered from what was kept. */
    public static final Var<UUID> STEP = Var.uuid("stepId");

    /** The party that this task is for. */
    public static final Var<String> PARTY = Var.text("partyId");

    /** Where the peer's worker listens, {@code host:port}. Not signed: who answers there must prove who it is. */
    public static final Var<String> PEER_ADDRESS = Var.text("peerAddress");

    /** {@link PrivacyOrder#text()}; equal at both parties. */
    public static final Var<String> ORDER = Var.text("privacyOrder");

    /** Ed25519 (RFC 8032) over the UTF-8 bytes of {@link #ORDER}, in base 64. */
    public static final Var<String> SIGNATURE = Var.text("orderSignature");

    /** Until when a worker waits for its peer; after that the task fails for good. */
    public static final Var<Date> DEADLINE = Var.instant("deadline");

    /** Into how many ranges of buckets the run was given out before, each a task of {@link PrivacyRangeTopic}; 0 if it was not. */
    public static final Var<Long> RANGES = Var.number("ranges");

    public static final List<Var<?>> INPUT = List.of(STEP, PARTY, PEER_ADDRESS, ORDER, SIGNATURE, DEADLINE, RANGES);

    /** Distinct identifiers of the party's own set. After PREFLIGHT and RUN. */
    public static final Var<Long> OWN_SIZE = Var.number("ownSize");

    /** What the party expects of the run, from its own set and the machine's measured speed. After PREFLIGHT. */
    public static final Var<Double> EXPECTED_SECONDS = new Var<>("expectedSeconds", Double.class, Double.class);

    public static final Var<Long> EXPECTED_MIB = Var.number("expectedMebibytes");

    /** After RUN. */
    public static final Var<Long> PEER_SIZE = Var.number("peerSize");

    /** After RUN, at a party that may know it by the order's output; otherwise not set. */
    public static final Var<Long> MATCHED = Var.number("matched");

    /** What went over the line in both directions. After RUN. */
    public static final Var<Long> BYTES = Var.number("bytes");

    /** What the run took; of one that was given out in ranges, what all of the party's workers took, one after the other. After RUN. */
    public static final Var<Double> SECONDS = new Var<>("seconds", Double.class, Double.class);

    /** Runs begun for this job, those that broke off included: each was a query to the peer. After RUN. */
    public static final Var<Long> RUNS = Var.number("runs");

    /** Lower-case hex, equal at both parties. After RUN. */
    public static final Var<String> TRANSCRIPT_HASH = Var.text("transcriptHash");

    /** The party's signed receipt of the run. After RUN, where the worker makes receipts. */
    public static final Var<String> RECEIPT = Var.text("receipt");

    /** SHA-256 of the file that was released, lower-case hex, and its rows. After RELEASE, at a party that has one. */
    public static final Var<String> RESULT_DIGEST = Var.text("resultDigest");

    /** Not set of a sum. */
    public static final Var<Long> RESULT_ROWS = Var.number("resultRows");

    /** What the party's own values of the common identifiers add up to. After RELEASE, at the party that may learn a sum. */
    public static final Var<Long> RESULT_SUM = Var.number("resultSum");

    /** What a worker may report of a step; which of them, each says. */
    public static final List<Var<?>> RESULT = List.of(
            OWN_SIZE,
            EXPECTED_SECONDS,
            EXPECTED_MIB,
            PEER_SIZE,
            MATCHED,
            BYTES,
            SECONDS,
            RUNS,
            TRANSCRIPT_HASH,
            RECEIPT,
            RESULT_DIGEST,
            RESULT_ROWS,
            RESULT_SUM);

    /** BPMN error: the worker will not carry this order out, now or later. */
    public static final String REFUSED = "privacy-order-refused";

    /** Comes with {@link #REFUSED}: a code in words, e.g. {@code order-not-signed}. */
    public static final Var<String> REASON = Var.text("reason");

    private PrivacyOrderTopic() {}
}
