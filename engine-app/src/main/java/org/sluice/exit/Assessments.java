package org.sluice.exit;

import java.util.Objects;
import org.sluice.process.Problems;
import org.sluice.process.evaluation.IncidentLevel;
import org.sluice.process.exit.AssessExit;
import org.sluice.process.exit.ExitTrigger;

/** Makes an assessment of a form, where it fits the reason for the exit. */
final class Assessments {

    private Assessments() {}

    /**
     * @param below path of the field that holds the form, with its dot
     * @throws org.sluice.process.Invalid naming every field that does not fit the reason
     */
    static Exit.Assessment of(ExitTrigger trigger, AssessExit form, String below) {
        var incident = Objects.requireNonNull(form.incidentLevel());
        var lawful = Objects.requireNonNull(form.sourceLawful());
        new Problems()
                .when(
                        trigger == ExitTrigger.SECURITY_INCIDENT && incident == IncidentLevel.NONE,
                        below + "incidentLevel",
                        "incidentNeedsLevel")
                .when(trigger == ExitTrigger.SOURCE_UNLAWFUL && lawful, below + "sourceLawful", "sourceIsUnlawful")
                .orThrow();
        return new Exit.Assessment(
                incident,
                lawful,
                Objects.requireNonNull(form.critical()),
                Objects.requireNonNull(form.replacementReady()),
                form.comment());
    }
}
