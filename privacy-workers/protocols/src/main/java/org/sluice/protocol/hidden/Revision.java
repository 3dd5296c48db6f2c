package org.sluice.protocol.hidden;

/**
 * A list changed.
 *
 * @param list the next version
 * @param publicationUpdate for clients that hold the version before
 */
@SuppressWarnings("ArrayRecordComponent") // made once and sent, never compared
public record Revision(HiddenList list, byte[] publicationUpdate) {}
