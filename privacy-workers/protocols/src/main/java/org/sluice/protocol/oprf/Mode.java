package org.sluice.protocol.oprf;

import java.nio.charset.StandardCharsets;

/** The modes of RFC 9497 section 3.1; keys and outputs of one are unrelated to those of the others. */
public enum Mode {

    /** No proof: the client trusts the server to use one key. */
    OPRF(0x00),

    /** With a proof that one key, the one behind the public key, was used. */
    VOPRF(0x01),

    /** With the proof, under a key that depends on a public text too. */
    POPRF(0x02);

    private static final String SUITE = "P256-SHA256";

    private final int code;

    Mode(int code) {
        this.code = code;
    }

    boolean proves() {
        return this != OPRF;
    }

    /** The prefix followed by the context string of section 3.1. */
    byte[] separated(String prefix) {
        return (prefix + "OPRFV1-" + (char) code + '-' + SUITE).getBytes(StandardCharsets.US_ASCII);
    }
}
