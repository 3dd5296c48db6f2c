package org.sluice.worker.bench;

/**
 * What would be reached if nothing but the indispensable were computed.
 *
 * @param elementsPerSecond of both sets together
 * @param what the indispensable in words
 */
record Limit(double elementsPerSecond, String what) {}
