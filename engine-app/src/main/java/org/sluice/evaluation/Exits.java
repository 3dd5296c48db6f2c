package org.sluice.evaluation;

import org.sluice.process.evaluation.RenewalOutcome;

/** Why an evaluated product leaves use, in the words of the exit's triggers. */
final class Exits {

    private Exits() {}

    static String trigger(Evaluation evaluation, boolean rectificationFailed) {
        if (rectificationFailed) {
            return "RECTIFICATION_FAILED";
        }
        if (evaluation.decided() == RenewalOutcome.EXIT_REVIEW_IDLE) {
            return "IDLE";
        }
        if (Vetoes.DATA_INCIDENT.equals(evaluation.veto())) {
            return "SECURITY_INCIDENT";
        }
        if (Vetoes.UNLAWFUL_SOURCE.equals(evaluation.veto())) {
            return "SOURCE_UNLAWFUL";
        }
        return "D".equals(evaluation.grade()) ? "GRADE_D" : "CONTRACT_END";
    }
}
