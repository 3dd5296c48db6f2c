/**
 * The asking side of hidden queries: lines that stay open, publications that are followed and compared, queries that lie ready.
 *
 * <p><b>Publications.</b> {@code queries/published/<peer>/<list>/<version>} with its SHA-256 beside it is what the peer has
 * published last; on the disk so that a restart fetches nothing. Versions must rise, and one version must be one publication: whoever
 * gets one of its own could be told apart by its queries. Whoever wants to compare by another way than the supplier's
 * own line enters {@code <peer>/<list>=<digest>} (several separated by commas) into {@code lists/expected.properties}, read
 * anew for every question.
 *
 * <p><b>Lines.</b> At most four at a time to one peer. A line that turns out to be down is dialled again, and the question
 * is asked again with fresh blinds and queries; so is one that met another version than it was made for. Nothing of this
 * depends on what was found.
 *
 * <p><b>Time.</b> What does not depend on the question, the product of a fresh secret with the public matrix, is computed
 * ahead: 96 queries of each list that was asked lie ready, each for one use, some 200 kB for a list of a million records.
 */
@NullMarked
package org.sluice.worker.query.asked;

import org.jspecify.annotations.NullMarked;
