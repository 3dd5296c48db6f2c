package org.sluice.ui.intake;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.ui.tasks.TaskDesk.Choice;
import org.sluice.ui.tasks.TaskPanel;

/** A proposal of the triage: take it and say which candidate, or leave it and say why. */
abstract class ProposalPanel<B extends Body> extends TaskPanel<B> {

    private final RadioButtonGroup<Boolean> accepted = yesNo("accepted");
    private final RadioButtonGroup<String> candidate;
    private final TextArea comment;

    /** @param address where a candidate can be looked at; null where there is no such place */
    ProposalPanel(String key, String candidateField, List<Choice> choices, Function<Choice, @Nullable String> address) {
        super(key);
        candidate = choices(candidateField, choices, address);
        comment = comment("comment");
        accepted.setRequiredIndicatorVisible(true);
        candidate.setRequiredIndicatorVisible(true);
        candidate.setVisible(false);
        reasonForNo(accepted, comment);
        accepted.addValueChangeListener(change -> candidate.setVisible(Boolean.TRUE.equals(change.getValue())));
    }

    final @Nullable Boolean accepted() {
        return accepted.getValue();
    }

    final @Nullable String candidate() {
        return candidate.isVisible() ? candidate.getValue() : null;
    }

    final @Nullable String comment() {
        return written(comment);
    }
}
