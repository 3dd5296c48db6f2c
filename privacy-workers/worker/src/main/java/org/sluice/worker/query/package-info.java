/**
 * Hidden query as a service: a worker serves its party's lists to peers, and asks peers' lists for its party's own systems.
 *
 * <p>The protocol is {@link org.sluice.protocol.hidden}; its charter says who learns what. Here is what a service needs
 * beside it: the lists on the disk and the count of what was asked ({@code served}), the client that follows versions and
 * keeps lines and queries ready ({@code asked}), the language between the two ({@code wire}), and the local door at which
 * the party's own systems ask in the clear ({@code door}).
 *
 * <p>No identifier and no value stands in a log, an error or a message to anybody but the one who asked.
 */
@NullMarked
package org.sluice.worker.query;

import org.jspecify.annotations.NullMarked;
