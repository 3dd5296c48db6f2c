package org.sluice.worker.orders;

import org.sluice.protocol.psi.Method;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Technique;
import org.sluice.protocol.psi.ecdh.Cardinality;

/** What a run computes: rows by some technique, or the number alone. */
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
