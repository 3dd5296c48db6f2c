package org.sluice.worker.bench;

import java.util.List;
import java.util.function.Function;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.group.Curve25519Group;
import org.sluice.protocol.group.DiffieHellmanGroup;
import org.sluice.protocol.group.Encoding;
import org.sluice.protocol.group.P256Group;
import org.sluice.protocol.group.Sm2Group;
import org.sluice.protocol.psi.Hashing;
import org.sluice.protocol.psi.ecdh.Cardinality;
import org.sluice.protocol.psi.ecdh.Ecdh;

/** What can be measured. */
final class Contests {

    private static final int SMALL = 1 << 16;

    private static final List<Contest> ALL = List.of(
            new SetContest(
                    "ecdh-curve25519",
                    SMALL,
                    tools -> Ways.intersection(new Ecdh(curve25519(tools), tools.random())),
                    Contests::fourLadders),
            ecdh("ecdh-p256", Hashing.SHA_256, tools -> new P256Group(Encoding.NONUNIFORM)),
            ecdh("ecdh-sm2", Hashing.SM3_256, tools -> new Sm2Group(Encoding.NONUNIFORM)),
            new SetContest(
                    "cardinality-curve25519",
                    SMALL,
                    tools -> Ways.number(new Cardinality(curve25519(tools), tools.random())),
                    Contests::fourLadders));

    private Contests() {}

    static List<Contest> all() {
        return ALL;
    }

    /** @throws IllegalArgumentException if there is none of this name */
    static Contest named(String name) {
        return ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "it must be one of " + ALL.stream().map(Contest::name).toList()));
    }

    private static Contest ecdh(String name, Hashing hashing, Function<Tools, DiffieHellmanGroup> group) {
        return new SetContest(
                name,
                SMALL,
                tools -> Ways.intersection(new Ecdh(batched(group.apply(tools), tools), hashing, tools.random())),
                limits -> new Limit(
                        limits.multiplications(group.apply(limits.tools())) / 2,
                        "4 multiplications a pair on all cores"));
    }

    private static BatchedGroup curve25519(Tools tools) {
        return batched(new Curve25519Group(Encoding.NONUNIFORM, tools.ladder()), tools);
    }

    private static BatchedGroup batched(DiffieHellmanGroup group, Tools tools) {
        return new BatchedGroup(group, tools.threads(), (step, rows, total) -> {});
    }

    private static Limit fourLadders(Limits limits) throws InterruptedException {
        return new Limit(
                limits.ladders() / 2,
                "4 ladders a pair on all cores, " + limits.tools().ladder().provider());
    }
}
