package org.sluice.ui.admission;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.jspecify.annotations.Nullable;
import org.sluice.process.admission.FindingAnswer;
import org.sluice.process.admission.SettleFinding;
import org.sluice.ui.admission.AdmissionDesk.Finding;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.tasks.TaskPanel;

/** A reviewer's answer to one finding, which stands above the question. */
final class SettleFindingPanel extends TaskPanel<SettleFinding> {

    private final RadioButtonGroup<FindingAnswer> answer = options("answer", FindingAnswer.class);
    private final TextArea condition = comment("condition");
    private final DayField dueOn = day("dueOn");
    private final TextArea comment = comment("comment");

    SettleFindingPanel(String key, Finding finding) {
        super(key);
        var card = new FindingCard(finding);
        card.getContent().addClassName("panel");
        // a box of its own: the form gives its children their width, to which a border would come
        getContent().addComponentAsFirst(new Div(card));
        answer.setRequiredIndicatorVisible(true);
        condition.setRequiredIndicatorVisible(true);
        condition.setMaxLength(500);
        dueOn.setRequiredIndicatorVisible(true);
        answer.addValueChangeListener(change -> fit(change.getValue()));
        fit(null);
    }

    private void fit(@Nullable FindingAnswer chosen) {
        condition.setVisible(chosen == FindingAnswer.ACCEPT_WITH_CONDITION);
        dueOn.setVisible(chosen == FindingAnswer.ACCEPT_WITH_CONDITION);
        comment.setRequiredIndicatorVisible(chosen == FindingAnswer.REFUSE || chosen == FindingAnswer.SUPPLEMENT);
    }

    @Override
    public SettleFinding read() {
        return new SettleFinding(
                answer.getValue(),
                condition.isVisible() ? written(condition) : null,
                dueOn.isVisible() ? dueOn.getValue() : null,
                written(comment));
    }
}
