package org.sluice.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.evaluation.IncidentLevel;
import org.sluice.process.evaluation.SupplierConduct;

/** What is on record of one month of a product; null was not measured. */
record Reading(
        LocalDate month,
        long calls,
        @Nullable BigDecimal hitRate,
        @Nullable BigDecimal accuracy,
        @Nullable BigDecimal freshness,
        @Nullable BigDecimal nullRate,
        @Nullable BigDecimal psi,
        @Nullable BigDecimal availability,
        @Nullable Integer responseMs,
        int incidents,
        IncidentLevel incidentLevel,
        @Nullable Integer handlingMinutes,
        @Nullable Integer changeNoticeDays,
        @Nullable BigDecimal billingDifference,
        SupplierConduct conduct,
        Instant recordedAt) {}
