package org.sluice.worker.jobs;

import java.util.List;
import java.util.concurrent.ExecutorService;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.group.Curve25519Group;
import org.sluice.protocol.group.DiffieHellmanGroup;
import org.sluice.protocol.group.Encoding;
import org.sluice.protocol.group.Ladder;
import org.sluice.protocol.group.P256Group;

/** The groups that a job may name, computed on all threads that the worker has for mathematics. */
public record Groups(Ladder ladder, ExecutorService threads) {

    private static final String CURVE25519 = "curve25519";
    private static final String P256 = "p256";

    static String known(String name) {
        if (!List.of(CURVE25519, P256).contains(name)) {
            throw new IllegalArgumentException("it must be curve25519 or p256");
        }
        return name;
    }

    public BatchedGroup of(String name, BatchedGroup.Listener listener) {
        DiffieHellmanGroup group = known(name).equals(P256)
                ? new P256Group(Encoding.NONUNIFORM)
                : new Curve25519Group(Encoding.NONUNIFORM, ladder);
        return new BatchedGroup(group, threads, listener);
    }
}
