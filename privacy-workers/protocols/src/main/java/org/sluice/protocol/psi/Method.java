package org.sluice.protocol.psi;

/**
 * How a set intersection is computed: part of the terms.
 *
 * @param technique its name and version, such as {@code ecdh/v1}; another message format is another version
 * @param suite what it runs on, as far as both sides must agree on it: group, code, parameters
 * @param hashing the hash of items, tags, commitments and fingerprints
 */
public record Method(String technique, String suite, Hashing hashing) {

    public Method(String technique, String suite) {
        this(technique, suite, Hashing.SHA_256);
    }
}
