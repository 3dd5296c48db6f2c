package org.sluice.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;

/** What every view stands on: the margins, the rhythm, and the name in the browser's tab. */
public abstract class Screen extends Main implements HasDynamicTitle {

    private String title;

    /** @param titleKey message key of the view's name */
    protected Screen(String titleKey) {
        title = Words.of(titleKey);
        addClassName("screen");
        // the target of the skip link, which needs to take the focus
        setId("content");
        getElement().setAttribute("tabindex", "-1");
    }

    /** For a view that is one list: it takes the window's height, and the list scrolls in itself. */
    protected final void fill(Component... components) {
        addClassName("screen-filled");
        add(components);
    }

    /** When the view shows one thing, the tab carries the thing's name. */
    protected final void title(String text) {
        title = text;
    }

    protected final String title() {
        return title;
    }

    @Override
    public String getPageTitle() {
        return title + " · " + Words.of("common.brand");
    }
}
