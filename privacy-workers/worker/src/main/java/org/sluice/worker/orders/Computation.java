package org.sluice.worker.orders;

import java.security.SecureRandom;
import org.sluice.protocol.Cores;
import org.sluice.protocol.psi.Method;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Technique;
import org.sluice.protocol.psi.ecdh.Cardinality;
import org.sluice.protocol.psi.sum.Sum;
import org.sluice.protocol.psi.unbalanced.ListFunction;
import org.sluice.protocol.psi.unbalanced.Unbalanced;

/** What a run computes: rows by some technique, a sum, or the number alone. */
sealed interface Computation {

    Method method();

    Output output();

    /** Which identifiers are common. */
    record Rows(Technique technique, Output output) implements Computation {
        @Override
        public Method method() {
            return technique.method();
        }
    }

    /**
     * Which of the learner's identifiers are in the responder's large set, by masks that stand before the run.
     *
     * @param random for keys of lists that are made up
     */
    record LookUp(Unbalanced protocol, ListFunction function, Cores cores, SecureRandom random) implements Computation {
        @Override
        public Method method() {
            return protocol.method();
        }

        @Override
        public Output output() {
            return Output.ONE_LEARNS;
        }
    }

    /** What the learner's values of the common ones add up to. */
    record Total(Sum sum) implements Computation {
        @Override
        public Method method() {
            return sum.method();
        }

        @Override
        public Output output() {
            return Output.SUM;
        }
    }

    /** How many are. */
    record Count(Cardinality cardinality) implements Computation {
        @Override
        public Method method() {
            return cardinality.method();
        }

        @Override
        public Output output() {
            return Output.CARDINALITY;
        }
    }
}
