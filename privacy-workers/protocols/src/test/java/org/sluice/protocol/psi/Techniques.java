package org.sluice.protocol.psi;

import java.security.SecureRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.conscrypt.OpenSSLProvider;
import org.sluice.protocol.Cores;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.group.BouncyCastleP256;
import org.sluice.protocol.group.Curve25519Group;
import org.sluice.protocol.group.Encoding;
import org.sluice.protocol.group.Ladder;
import org.sluice.protocol.group.PlatformLadder;
import org.sluice.protocol.psi.ecdh.Ecdh;
import org.sluice.protocol.psi.kkrt.Kkrt;
import org.sluice.protocol.psi.rr22.Rr22;
import org.sluice.protocol.psi.unbalanced.CoordinateTwin;
import org.sluice.protocol.psi.unbalanced.Uncached;
import org.sluice.protocol.psi.unbalanced.VerifiableFunction;
import org.sluice.protocol.vole.LpnCode;

/** All techniques that keep the contract of {@link PsiContractTest}; a line each. */
final class Techniques {

    /** They keep nobody alive. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    });

    private Techniques() {}

    static Stream<Technique> all() {
        SecureRandom random = new SecureRandom();
        Cores cores = new Cores(ForkJoinPool.commonPool(), 1);
        Ladder ladder = new PlatformLadder(new OpenSSLProvider());
        return Stream.of(
                new Ecdh(BatchedGroup.alone(new Curve25519Group(Encoding.NONUNIFORM, ladder)), random),
                new Kkrt(cores, random),
                new Rr22(Rr22.Security.SEMI_HONEST, LpnCode.CAREFUL, THREADS, 2, random),
                new Rr22(Rr22.Security.MALICIOUS, LpnCode.FAST, THREADS, 2, random),
                new Uncached(new CoordinateTwin(ladder), cores, random),
                new Uncached(new VerifiableFunction(new BouncyCastleP256()), cores, random));
    }
}
