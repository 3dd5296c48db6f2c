package org.sluice.rules.facts;

import org.jspecify.annotations.Nullable;

/**
 * What a privacy job is to compute, and how far it has come.
 *
 * @param dataSets how many data sets of all parties it uses
 * @param grantedDataSets of how many of them a usage grant is active, for the job's purpose and for that version
 * @param leastGroup records in the smallest group that a statistic or sum tells of: before the run as the job is
 *     planned, at the release as it came out
 */
public record JobPlan(
        @Nullable JobStage jobStage,
        @Nullable JobTechnique technique,
        @Nullable JobMethod method,
        @Nullable OutputRule outputRule,
        @Nullable Integer dataSets,
        @Nullable Integer grantedDataSets,
        @Nullable Integer leastGroup) {

    /** Whether nothing has been computed; null when the stage is unknown. */
    public @Nullable Boolean planned() {
        return jobStage == null ? null : jobStage != JobStage.RELEASE;
    }

    /** Whether sets are intersected; null when the technique is unknown. */
    public @Nullable Boolean setIntersection() {
        return technique == null ? null : (technique == JobTechnique.PSI || technique == JobTechnique.MULTI_PSI);
    }

    /** Whether somebody asks without showing what for; null when neither technique nor method is known. */
    public @Nullable Boolean hiddenQuery() {
        if (technique == null && method == null) {
            return null;
        }
        return technique == JobTechnique.PIR || method == JobMethod.HIDDEN_QUERY;
    }

    /** False when a data set lacks its grant, or there is none to look at; null while a number is unknown. */
    public @Nullable Boolean everyDataSetGranted() {
        if (dataSets == null || grantedDataSets == null) {
            return null;
        }
        return dataSets > 0 && grantedDataSets >= dataSets;
    }

    /**
     * Whether the smallest group is judged: of joint statistics always; of a sum over an intersection at the release,
     * since its one group is what matched, which nobody knows before.
     */
    public @Nullable Boolean groupJudged() {
        if (technique == JobTechnique.MPC || outputRule == OutputRule.STATISTIC) {
            return true;
        }
        if (technique == null || outputRule == null || (outputRule == OutputRule.SUM && jobStage == null)) {
            return null;
        }
        return outputRule == OutputRule.SUM && jobStage == JobStage.RELEASE;
    }
}
