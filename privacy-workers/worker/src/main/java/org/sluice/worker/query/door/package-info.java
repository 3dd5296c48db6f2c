/**
 * The local door at which a party's own systems ask: HTTP on this machine alone, in the clear, by a token from the folder.
 *
 * <p>{@code POST /hidden-query/lists} with {@code peer} and {@code address} answers with {@code lists}; {@code POST
 * /hidden-query/answers} with {@code peer}, {@code address}, {@code list} and {@code identifiers} (1 to 64) answers with
 * {@code version}, {@code digest}, {@code answers} in the order of the identifiers, {@code evaluations} and {@code retrievals} as
 * the supplier counts them, and {@code milliseconds}. Whatever else it has to say is {@code application/problem+json} with
 * {@code status}, {@code code}, {@code zh} and {@code en}: 400 with the {@code field} that is wrong, 401 without the token, 404 for
 * a list that is not there, 409 for one that is not ready or not as expected, 429 for a spent quota, 502 for a peer that
 * is not proven or misbehaves, 503 for one that is away.
 *
 * <p>Neither an identifier nor a value stands in a problem or in the log.
 */
@NullMarked
package org.sluice.worker.query.door;

import org.jspecify.annotations.NullMarked;
