package org.sluice.ui.intake;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.process.intake.RequirementForm;
import org.sluice.ui.parts.Confirm;
import org.sluice.ui.parts.Notice;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.Words;
import org.sluice.ui.shell.MainLayout;

/** Starts a requirement: the form, what the bank already has beside it, and one way to send it. */
@Route(value = Routes.NEW_REQUIREMENT, layout = MainLayout.class)
@RolesAllowed("BUSINESS_REQUESTER")
@CssImport("./intake.css")
class RequirementFormView extends Screen {

    private final transient IntakeDesk desk;
    private final RequirementEditor editor;
    private final SimilarPanel similar;
    private final Div trouble = new Div();
    private final Button send = new Button(Words.of("requirement.send"), click -> submit());
    private String key;
    private transient @Nullable RequirementForm compared;
    private boolean closed;

    RequirementFormView(IntakeDesk desk) {
        super("requirement.view");
        this.desk = desk;
        editor = new RequirementEditor(desk.choices(), this::changed);
        similar = new SimilarPanel(editor::looksAt);
        var draft = Draft.kept();
        key = draft.map(Draft::key).orElseGet(Draft::freshKey);
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setTooltipText("Ctrl+Enter");
        send.setDisableOnClick(true);
        Shortcuts.addShortcutListener(this, this::submit, Key.ENTER, KeyModifier.CONTROL)
                .resetFocusOnActiveElement();
        trouble.addClassName("error-state");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        var ways = new Div(send, new Button(Words.of("requirement.discard"), click -> askDiscard()));
        ways.addClassName("form-ways");
        var split = new Div(new Div(editor, trouble, ways), similar);
        split.addClassName("requirement-split");
        add(new PageHeader(Words.of("requirement.view")).subtitle(Words.of("requirement.subtitle")), split);
        draft.ifPresent(kept -> {
            editor.fill(kept.form());
            answer(kept.form());
        });
    }

    private void changed() {
        var form = editor.read();
        if (!closed) {
            new Draft(form, key).keep();
            answer(form);
        }
    }

    /** What the house can already say about a form that is not finished. */
    private void answer(RequirementForm form) {
        editor.available(
                form.budgetSource() == null
                        ? null
                        : desk.available(form.budgetSource(), form.businessLine(), form.branchCode()));
        if (!form.equals(compared)) {
            editor.grade(desk.grade(form));
        }
        if (form.dataClasses().isEmpty() && form.fieldsNeeded().isEmpty()) {
            similar.hint();
        } else if (!form.equals(compared)) {
            similar.show(desk.similar(form));
        }
        compared = form;
    }

    private void submit() {
        if (closed) {
            return;
        }
        send.setEnabled(true);
        trouble.setVisible(false);
        var form = editor.read();
        var problems = form.problems();
        if (!problems.isEmpty()) {
            show(problems);
            return;
        }
        if (Draft.wasSent(key)) {
            key = Draft.freshKey();
        }
        try {
            var receipt = desk.submit(form, key);
            closed = true;
            Draft.sent(key);
            Notice.success("requirement.sent", receipt.requirementNo());
            UI.getCurrent().navigate(Routes.caseOf(receipt.caseId()));
        } catch (Invalid e) {
            show(e.problems());
        } catch (RuntimeException e) {
            Notice.failure(e);
        }
    }

    private void show(List<FieldProblem> problems) {
        var homeless = editor.show(problems, Words.locale());
        trouble.removeAll();
        trouble.add(new Paragraph(Words.of("requirement.problems", problems.size())));
        if (!homeless.isEmpty()) {
            var list = new UnorderedList();
            homeless.forEach(problem -> list.add(new ListItem(problem.text(Words.locale()))));
            trouble.add(list);
        }
        trouble.setVisible(true);
    }

    private void askDiscard() {
        Confirm.ask(
                Words.of("requirement.discard.title"),
                Words.of("requirement.discard.text"),
                Words.of("requirement.discard"),
                () -> {
                    Draft.forget();
                    closed = true;
                    UI.getCurrent().navigate(Routes.REQUIREMENTS);
                });
    }
}
