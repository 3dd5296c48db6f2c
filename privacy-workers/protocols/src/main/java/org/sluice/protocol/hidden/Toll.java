package org.sluice.protocol.hidden;

/**
 * What a client is charged with before anything is computed for it, dummies included. Whoever serves over a network has each
 * count on its disk before these methods return, so that no answer leaves uncounted; may be called by several threads.
 */
public interface Toll {

    /** @throws Meter.Spent if the client may not take so many; then none of them counts */
    void takeEvaluations(int count);

    /** @throws Meter.Spent if the client may not take so many; then none of them counts */
    void takeRetrievals(int count);
}
