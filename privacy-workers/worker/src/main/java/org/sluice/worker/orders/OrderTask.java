package org.sluice.worker.orders;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Var;
import org.sluice.process.privacy.PrivacyOrder;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.process.privacy.PrivacyRangeTopic;
import org.sluice.protocol.psi.Hashing;
import org.sluice.worker.buckets.BucketPlan;
import org.sluice.worker.data.DataHandle;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.jobs.Agreement;
import org.sluice.worker.jobs.Appointment;
import org.sluice.worker.jobs.Meeting;
import org.sluice.worker.jobs.Outcomes;
import org.sluice.worker.jobs.Role;
import org.sluice.worker.jobs.TaskReader;
import org.sluice.worker.jobs.Transcript;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.EngineKey;
import org.sluice.worker.party.PartyId;

/**
 * One party's task to carry out a step, with an order that the engine has signed.
 *
 * @param hash SHA-256 of the order's text, in lower-case hex
 * @param ranges into how many the run was given out before; 0 if it was not
 */
record OrderTask(
        PrivacyOrder order,
        String hash,
        PartyId own,
        PartyId peer,
        Role role,
        DataHandle data,
        DataHandle peersData,
        List<Address> peerAddresses,
        Instant deadline,
        int ranges) {

    private static final int MOST_RANGES = BucketPlan.MOST_BUCKETS;

    /**
     * @param peerAddresses the variable that says where the peer's workers are
     * @throws Problem naming what is missing, or why the order is none for this party
     */
    static OrderTask read(Map<String, Object> variables, Var<String> peerAddresses, Optional<EngineKey> engine) {
        TaskReader task = new TaskReader(variables);
        String text = task.value(PrivacyOrderTopic.ORDER, Function.identity());
        PrivacyOrder order = signed(text, variables.get(PrivacyOrderTopic.SIGNATURE.name()), engine);
        PartyId own = task.value(PrivacyOrderTopic.PARTY, TaskReader::party);
        UUID step = task.value(PrivacyOrderTopic.STEP, Function.identity());
        if (!step.equals(order.step())) {
            throw new Problem(NoticeCode.ORDER_DIFFERS, PrivacyOrderTopic.STEP.name());
        }
        Role role = role(order, own);
        boolean learns = role == Role.LEARNER;
        try {
            return new OrderTask(
                    order,
                    hash(text),
                    own,
                    new PartyId(learns ? order.responder() : order.learner()),
                    role,
                    DataHandle.parse(learns ? order.learnerData() : order.responderData()),
                    DataHandle.parse(learns ? order.responderData() : order.learnerData()),
                    task.value(peerAddresses, OrderTask::addresses),
                    task.value(PrivacyOrderTopic.DEADLINE, date -> date.toInstant()),
                    variables.get(PrivacyOrderTopic.RANGES.name()) == null
                            ? 0
                            : task.value(PrivacyOrderTopic.RANGES, OrderTask::ranges));
        } catch (IllegalArgumentException wrong) {
            throw new Problem(NoticeCode.ORDER_UNREADABLE, String.valueOf(wrong.getMessage()));
        }
    }

    /** Nothing of the text is looked at before the signature is found to be right. */
    private static PrivacyOrder signed(String text, @Nullable Object signature, Optional<EngineKey> engine) {
        EngineKey key = engine.orElseThrow(() -> new Problem(NoticeCode.ENGINE_UNKNOWN));
        if (!(signature instanceof String base64) || !key.hasSigned(text, decoded(base64))) {
            throw new Problem(NoticeCode.ORDER_NOT_SIGNED);
        }
        try {
            return PrivacyOrder.read(text);
        } catch (IllegalArgumentException unreadable) {
            throw new Problem(NoticeCode.ORDER_UNREADABLE, String.valueOf(unreadable.getMessage()));
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException none) {
            throw new Problem(NoticeCode.ORDER_NOT_SIGNED);
        }
    }

    private static Role role(PrivacyOrder order, PartyId own) {
        boolean learns = own.name().equals(order.learner());
        boolean responds = own.name().equals(order.responder());
        if (learns == responds) {
            throw new Problem(NoticeCode.ORDER_NOT_FOR_US, order.learner(), order.responder(), own);
        }
        return learns ? Role.LEARNER : Role.RESPONDER;
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(Hashing.SHA_256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    UUID step() {
        return order.step();
    }

    UUID job() {
        return order.job();
    }

    private static List<Address> addresses(String text) {
        return Stream.of(text.split(",", -1)).map(Address::parse).toList();
    }

    private static int ranges(long number) {
        if (number < 0 || number > MOST_RANGES) {
            throw new IllegalArgumentException("it must be a number up to " + MOST_RANGES);
        }
        return (int) number;
    }

    /** A run is bound to the whole order: it fails where the other side holds another. */
    Appointment appointment() {
        return appointment(step(), job(), "sluice/privacy-order/v1", hash);
    }

    /** To run one of its ranges, which is counted apart. */
    Appointment appointment(Range range) {
        UUID id = id(range.index());
        return appointment(id, id, "sluice/privacy-range/v1", hash + "/" + range.index() + "/" + range.count());
    }

    private Appointment appointment(UUID id, UUID counted, String domain, String bound) {
        return new Appointment(id, counted, domain, bound, own, peer, peerAddresses, data, role, deadline);
    }

    private UUID id(int range) {
        return PrivacyRangeTopic.id(step(), range, ranges);
    }

    /** By what the job's runs that are given out in ranges are counted. */
    UUID rangedJob() {
        return UUID.nameUUIDFromBytes(("sluice/privacy-ranged-job/v1/" + job()).getBytes(StandardCharsets.UTF_8));
    }

    /** Runs that this side has begun for the job, and for ranges of this step. */
    int runs(Outcomes outcomes) {
        return outcomes.runs(job())
                + IntStream.range(0, ranges)
                        .map(range -> outcomes.runs(id(range)))
                        .sum();
    }

    /** What this side's workers have spent on ranges, all together: nothing where there were none. */
    Duration tookInRanges(Outcomes outcomes) {
        double seconds = IntStream.range(0, ranges)
                .mapToObj(range -> outcomes.of(id(range)))
                .flatMap(Optional::stream)
                .map(Outcomes.Kept::agreement)
                .filter(Objects::nonNull)
                .mapToDouble(Agreement::seconds)
                .sum();
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /** Whether a line is between the very data sets that the order names. */
    boolean isOver(Meeting.Line line) {
        return line.learnerData().equals(order.learnerData())
                && line.responderData().equals(order.responderData());
    }

    /** Whether what the peer says of an end can be of this order, for what this side brings. */
    boolean allows(Agreement agreement, Appointment appointment, DataSet set) {
        return agreement.learnerData().equals(order.learnerData())
                && agreement.responderData().equals(order.responderData())
                && agreement.fits(appointment, (int) order.leastSet(), (int) order.greatestSet(), set.size());
    }

    /**
     * What both know when a run is over.
     *
     * @param id of the step, or of one of its ranges
     * @param own distinct identifiers of this side
     * @param matched null where not both may know it
     */
    Agreement agreement(UUID id, int own, int peers, @Nullable Integer matched, Transcript transcript, Duration took) {
        boolean learns = role == Role.LEARNER;
        return new Agreement(
                id,
                order.learner(),
                order.responder(),
                order.learnerData(),
                order.responderData(),
                learns ? own : peers,
                learns ? peers : own,
                matched,
                transcript.bytes(),
                took.toMillis() / 1000.0,
                transcript.hash());
    }
}
