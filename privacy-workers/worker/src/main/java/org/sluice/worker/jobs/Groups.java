package org.sluice.worker.jobs;

import java.util.List;
import java.util.concurrent.ExecutorService;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.group.Curve25519Group;
import org.sluice.protocol.group.DiffieHellmanGroup;
import org.sluice.protocol.group.Encoding;
import org.sluice.protocol.group.P256Group;
import org.sluice.protocol.group.Sm2Group;

/** The groups that a job may name, computed on all threads that the worker has for mathematics. */
public record Groups(Libraries libraries, ExecutorService threads) {

    public static final String CURVE25519 = "curve25519";
    public static final String P256 = "p256";

    /** For orders alone: a match test names none of the national suite. */
    public static final String SM2 = "sm2";

    static String known(String name) {
        if (!List.of(CURVE25519, P256).contains(name)) {
            throw new IllegalArgumentException("it must be curve25519 or p256");
        }
        return name;
    }

    public BatchedGroup of(String name, BatchedGroup.Listener listener) {
        DiffieHellmanGroup group =
                switch (name) {
                    case P256 -> new P256Group(Encoding.NONUNIFORM, libraries.p256());
                    case SM2 -> new Sm2Group(Encoding.NONUNIFORM);
                    case CURVE25519 -> new Curve25519Group(Encoding.NONUNIFORM, libraries.ladder());
                    default -> throw new IllegalArgumentException("There is no group " + name);
                };
        return new BatchedGroup(group, threads, listener);
    }
}
