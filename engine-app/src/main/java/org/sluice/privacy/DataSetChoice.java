package org.sluice.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A data set that a party's worker says it holds.
 *
 * @param handle {@code name@version}: changes with the content
 * @param dataClass code of its class, if known
 * @param valued whether a value stands beside each identifier, which can be summed up
 */
public record DataSetChoice(
        String handle, String name, @Nullable String dataClass, long rows, boolean valued, Instant registeredAt) {}
