package org.sluice.ui.cases;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.ui.parts.Words;

/**
 * A line that says when somebody else has acted in the case since it was shown, with a button that shows it anew. The
 * page itself never changes under the reader's eyes.
 */
public final class CaseWatch extends Composite<Div> {

    private final transient CaseDesk desk;
    private final CaseId id;
    private final transient Runnable showAnew;
    private final Span text = new Span();
    private transient Runnable stop = () -> {};

    public CaseWatch(CaseDesk desk, CaseId id, Runnable showAnew) {
        this.desk = desk;
        this.id = id;
        this.showAnew = showAnew;
        getContent().addClassNames("panel", "notice");
        getContent().getElement().setAttribute("role", "status");
        getContent().setVisible(false);
        getContent().add(text, new Button(Words.of("cases.moved.show"), click -> anew()));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var ui = attached.getUI();
        stop = desk.watch(id, who -> tell(ui, who));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        stop.run();
    }

    /** On a foreign thread; a reader who has left in this moment is told nothing. */
    private void tell(UI ui, LocalText who) {
        ui.accessLater(() -> show(who), () -> {}).run();
    }

    private void show(LocalText who) {
        text.setText(Words.of("cases.moved", Words.of(who)));
        getContent().setVisible(true);
    }

    private void anew() {
        getContent().setVisible(false);
        showAnew.run();
    }
}
