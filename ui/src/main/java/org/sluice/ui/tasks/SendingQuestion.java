package org.sluice.ui.tasks;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.sluice.ui.parts.Words;

/**
 * Asks before a body is sent. The way back has the focus and Escape takes it; what was typed stays. The browser's own
 * dialog holds the focus by itself.
 */
final class SendingQuestion extends HtmlContainer {

    private static final String SHOW = "this.showModal(); this.querySelector('[autofocus]').focus()";

    SendingQuestion(TaskPanel.Question question, Runnable send) {
        super("dialog");
        addClassName("panel");
        getElement().setAttribute("role", "alertdialog");
        getElement().setAttribute("aria-label", question.title());
        getElement().addEventListener("close", closed -> removeFromParent());
        var back = new Button(Words.of("tasks.backToForm"), click -> removeFromParent());
        back.getElement().setAttribute("autofocus", true);
        var go = new Button(question.action(), click -> {
            removeFromParent();
            send.run();
        });
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.setDisableOnClick(true);
        var ways = new Div(go, back);
        ways.addClassName("task-ways");
        getStyle().set("max-width", "32rem");
        add(new H2(question.title()), new Paragraph(question.text()), ways);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        getElement().executeJs(SHOW);
    }
}
