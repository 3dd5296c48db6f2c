package org.sluice.intake;

import java.util.ArrayList;
import java.util.List;
import org.sluice.process.LocalText;
import org.sluice.shared.TaskForm;

/**
 * The matches that the triage kept, as choices of a form, each with what makes it alike: the best one that may be taken
 * is recommended.
 */
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
        var score = match.score();
        return new LocalText(
                "%s %s（相似度 %s：类别 %s、主体 %s、字段 %s、地区 %s）"
                        .formatted(
                                match.code(),
                                match.name().zh(),
                                share(score.total()),
                                share(score.dataClass()),
                                share(score.subject()),
                                share(score.fields()),
                                share(score.region())),
                "%s %s (%s alike: class %s, subject %s, fields %s, region %s)"
                        .formatted(
                                match.code(),
                                match.name().en(),
                                share(score.total()),
                                share(score.dataClass()),
                                share(score.subject()),
                                share(score.fields()),
                                share(score.region())));
    }

    private static String share(double part) {
        return Math.round(part * 100) + "%";
    }
}
