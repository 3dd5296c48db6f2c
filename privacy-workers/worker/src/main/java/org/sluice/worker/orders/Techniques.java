package org.sluice.worker.orders;

import java.security.SecureRandom;
import org.sluice.process.privacy.CryptoSuite;
import org.sluice.process.privacy.PrivacyMethod;
import org.sluice.process.privacy.PrivacyOrder;
import org.sluice.process.privacy.PrivacyOutput;
import org.sluice.protocol.Cores;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.psi.Hashing;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Technique;
import org.sluice.protocol.psi.ecdh.Cardinality;
import org.sluice.protocol.psi.ecdh.Ecdh;
import org.sluice.protocol.psi.kkrt.Kkrt;
import org.sluice.protocol.psi.rr22.Rr22;
import org.sluice.protocol.psi.sum.Sum;
import org.sluice.protocol.psi.unbalanced.CoordinateTwin;
import org.sluice.protocol.psi.unbalanced.ListFunction;
import org.sluice.protocol.psi.unbalanced.Unbalanced;
import org.sluice.protocol.psi.unbalanced.VerifiableFunction;
import org.sluice.protocol.vole.LpnCode;
import org.sluice.worker.jobs.Groups;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/** What this worker computes for an order's method, suite and output. */
record Techniques(Groups groups, SecureRandom random) {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** @throws Problem if this worker does not compute that */
    Computation of(PrivacyOrder order, BatchedGroup.Listener listener) {
        if (order.output() == PrivacyOutput.NUMBER_ONLY) {
            if (order.method() != PrivacyMethod.ECDH) {
                throw missing(order);
            }
            return new Computation.Count(
                    new Cardinality(group(order.suite(), listener), hashing(order.suite()), random));
        }
        if (order.output() == PrivacyOutput.SUM) {
            return total(order, listener);
        }
        if (order.method() == PrivacyMethod.UNBALANCED) {
            return lookUp(order, listener);
        }
        Output output = order.output() == PrivacyOutput.BANK_LEARNS ? Output.ONE_LEARNS : Output.BOTH_LEARN;
        Technique technique = technique(order, listener);
        if (!technique.offers(output)) {
            throw missing(order);
        }
        return new Computation.Rows(technique, output);
    }

    private Computation total(PrivacyOrder order, BatchedGroup.Listener listener) {
        if (order.method() != PrivacyMethod.ECDH) {
            throw missing(order);
        }
        return new Computation.Total(new Sum(
                group(order.suite(), listener),
                hashing(order.suite()),
                Math.toIntExact(Math.min(Integer.MAX_VALUE, order.leastGroup())),
                random));
    }

    private Computation lookUp(PrivacyOrder order, BatchedGroup.Listener listener) {
        if (order.output() != PrivacyOutput.BANK_LEARNS) {
            throw missing(order);
        }
        ListFunction function =
                switch (order.suite()) {
                    case P256_SHA256 ->
                        new VerifiableFunction(groups.libraries().p256());
                    case CURVE25519_SHA256 ->
                        new CoordinateTwin(groups.libraries().ladder());
                    case SM2_SM3 -> throw missing(order);
                };
        Cores cores = new Cores(groups.threads(), CORES - 1);
        return new Computation.LookUp(new Unbalanced(function, cores, random, listener), function, cores, random);
    }

    private Technique technique(PrivacyOrder order, BatchedGroup.Listener listener) {
        return switch (order.method()) {
            case UNBALANCED -> throw missing(order);
            case ECDH -> new Ecdh(group(order.suite(), listener), hashing(order.suite()), random);
            case KKRT16 -> onP256(order, new Kkrt(new Cores(groups.threads(), CORES - 1), random));
            case RR22_SEMI_HONEST -> onP256(order, rr22(Rr22.Security.SEMI_HONEST));
            case RR22_MALICIOUS -> onP256(order, rr22(Rr22.Security.MALICIOUS));
        };
    }

    /** Their base transfers run on that curve, whatever the suite is called. */
    private static Technique onP256(PrivacyOrder order, Technique technique) {
        if (order.suite() != CryptoSuite.P256_SHA256) {
            throw missing(order);
        }
        return technique;
    }

    private Rr22 rr22(Rr22.Security security) {
        return new Rr22(security, LpnCode.CAREFUL, groups.threads(), CORES, random);
    }

    private BatchedGroup group(CryptoSuite suite, BatchedGroup.Listener listener) {
        String name =
                switch (suite) {
                    case CURVE25519_SHA256 -> Groups.CURVE25519;
                    case P256_SHA256 -> Groups.P256;
                    case SM2_SM3 -> Groups.SM2;
                };
        return groups.of(name, listener);
    }

    private static Hashing hashing(CryptoSuite suite) {
        return suite == CryptoSuite.SM2_SM3 ? Hashing.SM3_256 : Hashing.SHA_256;
    }

    private static Problem missing(PrivacyOrder order) {
        return new Problem(NoticeCode.METHOD_MISSING, order.method(), order.suite(), order.output());
    }
}
