package org.sluice.intake;

import java.util.ArrayList;
import java.util.List;
import org.sluice.process.LocalText;
import org.sluice.shared.TaskForm;

/** The matches that the triage kept, as choices of a form: the best one that may be taken is recommended. */
final class TriageChoices {

    private TriageChoices() {}

    static List<TaskForm.Choice> of(List<Matches.Kept> kept, Matches.Kind kind, String field) {
        var choices = new ArrayList<TaskForm.Choice>();
        for (var match : kept) {
            if (match.kind() == kind && (kind == Matches.Kind.REQUIREMENT || match.reuseAllowed())) {
                choices.add(new TaskForm.Choice(field, match.code(), label(match), choices.isEmpty()));
            }
        }
        return choices;
    }

    private static LocalText label(Matches.Kept match) {
        var share = Math.round(match.score() * 100) + " %";
        return new LocalText(
                match.code() + " " + match.name().zh() + "(相似度 " + share + ")",
                match.code() + " " + match.name().en() + " (" + share + " alike)");
    }
}
