package org.sluice.protocol;

/**
 * Thrown if and only if what came from the other party does not follow the protocol.
 *
 * <p>A run that ends in this exception has put out nothing and must not be resumed: its secrets are spent. The message
 * says which rule was broken and never carries a value that the peer or this party put in.
 */
public final class Misbehaviour extends RuntimeException {

    public Misbehaviour(String brokenRule) {
        super(brokenRule);
    }
}
