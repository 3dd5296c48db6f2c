package org.sluice.worker.bench;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.math.ec.ECPoint;
import org.sluice.protocol.Secret;
import org.sluice.protocol.group.DiffieHellmanGroup;
import org.sluice.protocol.group.Element;
import org.sluice.protocol.group.Encoding;
import org.sluice.protocol.group.P256Group;
import org.sluice.protocol.group.P256Hashing;

/**
 * What this machine does at most in a second when all cores do nothing else. Measured when it is asked for, right after
 * the runs it stands beside, since machines and their neighbours differ by the minute.
 */
final class Limits {

    private static final long PROBE_NANOS = 1_500_000_000L;
    private static final long WARM_UP_NANOS = 500_000_000L;

    /** Until big-number arithmetic in Java is compiled to its best; less would print a limit that a run exceeds. */
    private static final long WARM_UP_OF_ARITHMETIC_NANOS = 4_000_000_000L;

    private static final int CHUNK = 1 << 14;
    private static final int STREAMED_LONGS = 1 << 23; // 64 MiB a thread, several times the greatest cache

    private static final int MULTIPLIED_AT_ONCE = 64;

    private final Tools tools;
    private final SecureRandom random;

    Limits(Tools tools, SecureRandom random) {
        this.tools = tools;
        this.random = random;
    }

    Tools tools() {
        return tools;
    }

    /** One piece of work, and how much it was. */
    private interface Work {
        double run();
    }

    /** X25519 multiplications a second, by the ladder in use. */
    double ladders() throws InterruptedException {
        return onAllCores(WARM_UP_NANOS, () -> {
            UnaryOperator<byte[]> ladder = tools.ladder().by(Secret.random(32, random));
            byte[][] u = {new byte[32]};
            u[0][0] = 9;
            return () -> {
                u[0] = ladder.apply(u[0]);
                return 1;
            };
        });
    }

    /** Multiplications of P-256 a second, x-coordinates alone, by the library in use. */
    double p256() throws InterruptedException {
        return onAllCores(WARM_UP_OF_ARITHMETIC_NANOS, () -> {
            Secret scalar = new P256Group(Encoding.NONUNIFORM).sampleScalar(random);
            ECPoint[] points = new ECPoint[MULTIPLIED_AT_ONCE];
            Arrays.setAll(points, i -> P256Hashing.toPoint(new byte[] {(byte) i}, new byte[] {1}));
            return () -> tools.p256().coordinates(points, scalar).count();
        });
    }

    /** Multiplications a second in a group. */
    double multiplications(DiffieHellmanGroup group) throws InterruptedException {
        return onAllCores(WARM_UP_OF_ARITHMETIC_NANOS, () -> {
            Secret scalar = group.sampleScalar(random);
            Element[] element = {group.hashToElement(new byte[] {1}, new byte[] {1})};
            return () -> {
                element[0] = group.multiply(element[0], scalar);
                return 1;
            };
        });
    }

    /** Bytes a second through AES-128 in counter mode, in chunks of 16 KiB. */
    double aes() throws InterruptedException {
        return onAllCores(WARM_UP_NANOS, () -> {
            Cipher cipher = counterMode();
            byte[] in = new byte[CHUNK];
            byte[] out = new byte[CHUNK];
            return () -> {
                try {
                    return cipher.update(in, 0, CHUNK, out, 0);
                } catch (GeneralSecurityException impossible) {
                    throw new IllegalStateException(impossible);
                }
            };
        });
    }

    /** Bytes a second read from memory, each once, in order. */
    double stream() throws InterruptedException {
        return onAllCores(WARM_UP_NANOS, () -> {
            long[] memory = new long[STREAMED_LONGS];
            return () -> 8.0 * memory.length + (sum(memory) & 1);
        });
    }

    private static long sum(long[] memory) {
        long a = 0;
        long b = 0;
        long c = 0;
        long d = 0;
        for (int i = 0; i < memory.length; i += 4) {
            a += memory[i];
            b += memory[i + 1];
            c += memory[i + 2];
            d += memory[i + 3];
        }
        return a + b + c + d;
    }

    private static Cipher counterMode() {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(new byte[16], "AES"), new IvParameterSpec(new byte[16]));
            return cipher;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES", impossible);
        }
    }

    private double onAllCores(long warmUp, Supplier<Work> work) throws InterruptedException {
        List<Future<Double>> probes = new ArrayList<>();
        for (int core = 0; core < Tools.CORES; core++) {
            probes.add(tools.threads().submit(() -> {
                Work mine = work.get();
                rate(mine, warmUp);
                return rate(mine, PROBE_NANOS);
            }));
        }
        double sum = 0;
        for (Future<Double> probe : probes) {
            try {
                sum += probe.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException(failed.getCause());
            }
        }
        return sum;
    }

    private static double rate(Work work, long nanos) {
        long begin = System.nanoTime();
        double done = 0;
        long passed;
        do {
            done += work.run();
            passed = System.nanoTime() - begin;
        } while (passed < nanos);
        return done * 1e9 / passed;
    }
}
