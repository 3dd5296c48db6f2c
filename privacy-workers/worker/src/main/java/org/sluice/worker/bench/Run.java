package org.sluice.worker.bench;

import java.util.Map;

/**
 * One run as one party saw it.
 *
 * @param bytes payload that it has sent and received, with the comparison of transcripts
 * @param peakMiB greatest resident memory of its process so far
 * @param figures what else it showed, by name
 */
record Run(double seconds, long bytes, long peakMiB, Map<String, Object> figures) {}
