package org.sluice.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.HasDynamicTitle;

/** What every view stands on: the margins, the rhythm, and the name in the browser's tab. */
public abstract class Screen extends Main implements HasDynamicTitle {

    /** The frame scrolls what it holds inside its own shadow, where the window's position says nothing. */
    private static final String TO_TOP = """
            for (let each = this; each; each = each.assignedSlot ?? each.parentNode ?? each.host) {
              if (each.scrollTop) {
                each.scrollTop = 0;
              }
            }
            """;

    private String title;

    /** @param titleKey message key of the view's name */
    protected Screen(String titleKey) {
        title = Words.of(titleKey);
        addClassName("screen");
        // the target of the skip link, which needs to take the focus
        setId("content");
        getElement().setAttribute("tabindex", "-1");
    }

    /** Brings whatever stands around an element to its top, as when a new page is opened. */
    public static void toTop(Element shown) {
        shown.executeJs(TO_TOP);
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
