/**
 * Set intersection: what all techniques share, and what they promise alike. One technique is one subpackage, which states
 * its paper, its security model, who learns what, its rounds and its exact bytes.
 *
 * <p><b>Shared.</b> Both parties hold the same {@link org.sluice.protocol.psi.Terms}; a peer with others is refused at
 * the first frame. Items become 16-byte hashes under the job's salt, duplicates fall away before sizes are announced, so
 * nobody learns how many there were. The opening lets each party commit to its size before it hears the other's. Results
 * leave a run only after the transcripts have been compared ({@link org.sluice.protocol.session.Session}).
 *
 * <p>Repeated runs over slightly changed sets tell single members apart, whatever the technique: who may ask how often is
 * decided outside.
 *
 * <p><b>Rounds and bytes of the opening.</b> Each side sends the terms' fingerprint with the commitment to its size, 65
 * bytes, and, after the peer's has come, its opening, 37 bytes.
 */
@NullMarked
package org.sluice.protocol.psi;

import org.jspecify.annotations.NullMarked;
