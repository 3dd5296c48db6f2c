package org.sluice.evaluation;

import org.sluice.process.evaluation.RenewalOutcome;

/** Why an evaluated product leaves use, in the words of the table {@code exitUrgency}. */
final class Exits {

    private Exits() {}

    static String trigger(Evaluation evaluation) {
        var veto = evaluation.veto();
        if (evaluation.decided() == RenewalOutcome.EXIT_URGENT && veto != null) {
            return veto.equals(Vetoes.DATA_INCIDENT) ? "SECURITY_INCIDENT" : "SOURCE_UNLAWFUL";
        }
        if (evaluation.decided() == RenewalOutcome.EXIT_REVIEW_IDLE) {
            return "IDLE";
        }
        return "D".equals(evaluation.grade()) ? "GRADE_D" : "NOT_RENEWED";
    }
}
