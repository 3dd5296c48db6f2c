package org.sluice.worker.receipt;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one party says about a job that is over. Times are that party's own; everything from {@code job} to
 * {@code transcriptHash} must be the same at both.
 *
 * @param purpose what the job is for, as far as a worker is told: the purpose of an order, else the topic's name
 * @param order SHA-256 of the order that the engine signed, in lower-case hex; null where nothing was ordered so
 * @param technique the protocol and its version
 * @param suite what it ran on
 * @param output what a run lets be known
 * @param least fewest distinct identifiers on either side, by the terms
 * @param greatest most of them
 * @param common how many identifiers both sides hold; null where the output does not let the signer know
 * @param bytes what went over the line in both directions
 * @param transcriptHash over every message of the run, in lower-case hex
 * @param role {@code learner} or {@code responder}: which side signs
 * @param attempts runs that this side has begun, those that broke off included: each was a query to the peer
 * @param code what computed it
 * @param began when this side began the run that ended it, or asked for its end
 * @param ended when this side had the end
 */
public record Receipt(
        UUID job,
        String purpose,
        @Nullable String order,
        String technique,
        String suite,
        String output,
        int least,
        int greatest,
        Side learner,
        Side responder,
        @Nullable Integer common,
        long bytes,
        String transcriptHash,
        String role,
        int attempts,
        String code,
        Instant began,
        Instant ended) {

    /**
     * One side of the job.
     *
     * @param dataSet {@code name@version}, as that side has told it
     * @param size distinct identifiers
     */
    public record Side(String party, String dataSet, int size) {}
}
