package org.sluice.protocol.channel;

/**
 * What went one way so far.
 *
 * @param frames number of frames
 * @param bytes their payload, without any framing of the transport
 * @param sha256 lower-case hex SHA-256 over every frame, each preceded by its length in four bytes, so that neither
 *     content nor borders can change without changing it
 */
public record Tally(long frames, long bytes, String sha256) {}
