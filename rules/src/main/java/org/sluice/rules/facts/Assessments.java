package org.sluice.rules.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was assessed, graded and planned before anything flows. */
public record Assessments(
        @Nullable Boolean piaRequired,
        @Nullable PiaStatus piaStatus,
        @Nullable LocalDate piaDate,
        @Nullable LocalDate lastChangeOn,
        @Nullable NfraGrade nfraGrade,
        @Nullable PfiClass jrtPfi,
        @Nullable ProcessingMode processingMode,
        @Nullable Boolean securityAssessment,
        @Nullable Boolean securityHeadNamed,
        @Nullable Boolean riskAssessmentDone,
        @Nullable Boolean yearlyAssessmentPlanned) {}
