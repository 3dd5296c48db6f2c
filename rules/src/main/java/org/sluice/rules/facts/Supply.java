package org.sluice.rules.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sluice.process.intake.SubjectType;

/** What the supplier would deliver. */
public record Supply(
        @Nullable Boolean containsPersonalInfo,
        @Nullable Boolean publicData,
        @Nullable Boolean creditInformation,
        @Nullable SubjectType subjectType,
        @Nullable Integer jrLevel,
        @Nullable BigDecimal contractAmount) {}
