package org.sluice.protocol.psi;

/**
 * Bytes that a run moves: the payload of all frames from the opening on, without the confirmation of transcripts (one
 * frame of 65 bytes each way) and without any framing of the transport.
 *
 * @param learners what the learner sends
 * @param responders what the responder sends
 */
public record Traffic(long learners, long responders) {}
