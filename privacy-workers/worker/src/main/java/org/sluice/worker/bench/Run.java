package org.sluice.worker.bench;

/**
 * One run as one party saw it.
 *
 * @param bytes payload that it has sent and received, with the comparison of transcripts
 * @param peakMiB greatest resident memory of its process so far
 */
record Run(double seconds, long bytes, long peakMiB) {}
