package org.sluice.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** The head of a view: its title, one quiet line below it, and the view's actions at the end. */
public final class PageHeader extends Header {

    private final H1 title;
    private final Div words = new Div();
    private final Div actions = new Div();

    public PageHeader(String title) {
        addClassName("page-header");
        words.addClassName("page-header-words");
        actions.addClassName("page-header-actions");
        this.title = new H1(title);
        words.add(this.title);
        add(words, actions);
    }

    public PageHeader subtitle(String text) {
        var line = new Paragraph(text);
        line.addClassName("quiet");
        words.add(line);
        return this;
    }

    /** Something that belongs to the title, such as the state of what the view shows. */
    public PageHeader beside(Component... components) {
        var line = new Div(components);
        line.addClassName("page-header-beside");
        words.add(line);
        return this;
    }

    /**
     * A view that shows another thing begins there, as a new page would: at its top, and who reads by keyboard or by ear
     * is at its title.
     */
    public void begin() {
        title.getElement().setAttribute("tabindex", "-1");
        title.getStyle().setOutline("none");
        Screen.toTop(title.getElement());
        title.getElement().executeJs("this.focus({preventScroll: true})");
    }

    public PageHeader actions(Component... components) {
        actions.add(components);
        return this;
    }
}
