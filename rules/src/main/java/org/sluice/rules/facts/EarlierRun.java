package org.sluice.rules.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An intersection that was computed before.
 *
 * @param inputOverlap part of today's input that was input then too: 1 for the same version of a data set
 */
public record EarlierRun(
        @Nullable LocalDate ranOn, @Nullable BigDecimal inputOverlap) {}
