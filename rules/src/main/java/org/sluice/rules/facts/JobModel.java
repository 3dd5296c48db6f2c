package org.sluice.rules.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How good the model is that a job predicts with. */
public record JobModel(
        @Nullable BigDecimal auc,
        @Nullable BigDecimal ks,
        @Nullable BigDecimal popStabilityIndex) {}
