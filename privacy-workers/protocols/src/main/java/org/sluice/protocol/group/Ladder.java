package org.sluice.protocol.group;

import java.util.function.UnaryOperator;
import org.sluice.protocol.Secret;

/**
 * X25519 of RFC 7748, computed by one library or another: nine tenths of a run's time are spent here.
 *
 * <p>All implementations give equal bytes for equal input; which one runs is each party's own affair. A ladder holds no
 * state and may be shared by threads.
 */
public interface Ladder {

    /** The library's name, for logs and benchmarks. */
    String provider();

    /**
     * The multiplication of u-coordinates by one scalar, clamped. For use by one thread, and for as long as the secret
     * lives; throws {@link org.sluice.protocol.Misbehaviour} where the product would be the identity.
     */
    UnaryOperator<byte[]> by(Secret scalar);
}
