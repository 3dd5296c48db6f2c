package org.sluice.worker.bench;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sluice.protocol.Cores;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.group.Curve25519Group;
import org.sluice.protocol.group.DiffieHellmanGroup;
import org.sluice.protocol.group.Encoding;
import org.sluice.protocol.group.P256Group;
import org.sluice.protocol.group.Sm2Group;
import org.sluice.protocol.okvs.Shape;
import org.sluice.protocol.psi.Hashing;
import org.sluice.protocol.psi.Technique;
import org.sluice.protocol.psi.ecdh.Cardinality;
import org.sluice.protocol.psi.ecdh.Ecdh;
import org.sluice.protocol.psi.kkrt.Kkrt;
import org.sluice.protocol.psi.rr22.Rr22;
import org.sluice.protocol.psi.unbalanced.CoordinateTwin;
import org.sluice.protocol.psi.unbalanced.VerifiableFunction;
import org.sluice.protocol.vole.LpnCode;

/** What can be measured. */
final class Contests {

    private static final int SMALL = 1 << 16;
    private static final int LARGE = 1 << 20;

    /**
     * Through AES, for an item of each side where a bin is 1.317 items (2^20): three streams of 56 bytes a bin, and four
     * blocks of the code for each bin of the learner and each of the responder's three tags.
     */
    private static final double KKRT_BYTES = 1.317 * 3 * 56 + (1.317 + 3) * 64;

    /** Blocks that the code adds up for a column of the encoded set and a place: two at the learner, one at the responder. */
    private static final int BYTES_OF_A_PLACE = 3 * 16;

    private static final int LIST = 1 << 20;

    private static final List<Contest> ALL = List.of(
            new SetContest(
                    "ecdh-curve25519",
                    SMALL,
                    tools -> Ways.intersection(new Ecdh(curve25519(tools), tools.random())),
                    Contests::fourLadders),
            ecdh(
                    "ecdh-p256",
                    Hashing.SHA_256,
                    tools -> new P256Group(Encoding.NONUNIFORM, tools.p256()),
                    limits -> new Limit(
                            limits.p256() / 2,
                            "4 multiplications a pair on all cores, "
                                    + limits.tools().p256().provider())),
            ecdh(
                    "ecdh-sm2",
                    Hashing.SM3_256,
                    tools -> new Sm2Group(Encoding.NONUNIFORM),
                    limits -> new Limit(
                            limits.multiplications(new Sm2Group(Encoding.NONUNIFORM)) / 2,
                            "4 multiplications a pair on all cores")),
            new SetContest(
                    "cardinality-curve25519",
                    SMALL,
                    tools -> Ways.number(new Cardinality(curve25519(tools), tools.random())),
                    Contests::fourLadders),
            new SetContest(
                    "kkrt16",
                    LARGE,
                    tools -> Ways.intersection(new Kkrt(cores(tools), tools.random())),
                    limits -> new Limit(2 * limits.aes() / KKRT_BYTES, "497 bytes of AES a pair on all cores")),
            rr22("rr22", Rr22.Security.SEMI_HONEST, LpnCode.CAREFUL),
            rr22("rr22-fast", Rr22.Security.SEMI_HONEST, LpnCode.FAST),
            rr22("rr22-malicious", Rr22.Security.MALICIOUS, LpnCode.CAREFUL),
            new DividedContest(
                    "rr22-buckets",
                    10_000_000,
                    tools -> rr22(Rr22.Security.SEMI_HONEST, LpnCode.CAREFUL, tools),
                    limits -> code(limits, LpnCode.CAREFUL)),
            new SumContest("sum", SMALL),
            new UnbalancedContest(
                    "unbalanced",
                    LIST,
                    tools -> new CoordinateTwin(tools.ladder()),
                    limits -> new Limit(
                            limits.ladders() / 3,
                            "3 ladders an element on all cores, "
                                    + limits.tools().ladder().provider())),
            new UnbalancedContest(
                    "unbalanced-rfc9497",
                    LIST,
                    tools -> new VerifiableFunction(tools.p256()),
                    limits -> new Limit(
                            limits.p256() / 3,
                            "3 multiplications an element on all cores, "
                                    + limits.tools().p256().provider())),
            new HiddenContest("hidden-query", 1_000_000));

    /** Takes a quarter of an hour a run, so that it is measured where it is named. */
    private static final Contest LONG = new DividedContest(
            "ecdh-buckets", 10_000_000, tools -> new Ecdh(curve25519(tools), tools.random()), Contests::fourLadders);

    private Contests() {}

    /** What is measured where nothing is named. */
    static List<Contest> all() {
        return ALL;
    }

    static List<String> names() {
        return everyOne().map(Contest::name).toList();
    }

    private static Stream<Contest> everyOne() {
        return Stream.concat(ALL.stream(), Stream.of(LONG));
    }

    /** @throws IllegalArgumentException if there is none of this name */
    static Contest named(String name) {
        return everyOne()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it must be one of " + names()));
    }

    private static Contest ecdh(
            String name, Hashing hashing, Function<Tools, DiffieHellmanGroup> group, SetContest.Ceiling ceiling) {
        return new SetContest(
                name,
                SMALL,
                tools -> Ways.intersection(new Ecdh(batched(group.apply(tools), tools), hashing, tools.random())),
                ceiling);
    }

    private static Contest rr22(String name, Rr22.Security security, LpnCode code) {
        return new SetContest(
                name, LARGE, tools -> Ways.intersection(rr22(security, code, tools)), limits -> code(limits, code));
    }

    private static Technique rr22(Rr22.Security security, LpnCode code, Tools tools) {
        return new Rr22(security, code, tools.threads(), Tools.CORES, tools.random());
    }

    /** The code alone, as if what it adds up lay in order: no hash, no tree, no tag, no line between the two. */
    private static Limit code(Limits limits, LpnCode code) throws InterruptedException {
        double columns = (double) Shape.forKeys(LARGE).columns() / LARGE;
        return new Limit(
                2 * limits.stream() / (columns * code.weight() * BYTES_OF_A_PLACE),
                "reading from memory, on all cores, the " + code.weight()
                        + " places that the code adds up for each column");
    }

    static BatchedGroup curve25519(Tools tools) {
        return batched(new Curve25519Group(Encoding.NONUNIFORM, tools.ladder()), tools);
    }

    private static BatchedGroup batched(DiffieHellmanGroup group, Tools tools) {
        return new BatchedGroup(group, tools.threads(), (step, rows, total) -> {});
    }

    /** A party's own thread computes too. */
    private static Cores cores(Tools tools) {
        return new Cores(tools.threads(), Tools.CORES - 1);
    }

    static Limit fourLadders(Limits limits) throws InterruptedException {
        return new Limit(
                limits.ladders() / 2,
                "4 ladders a pair on all cores, " + limits.tools().ladder().provider());
    }
}
