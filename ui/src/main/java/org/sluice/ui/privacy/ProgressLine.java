package org.sluice.ui.privacy;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;

/** The browser's own progress bar, which readers of all kinds know. */
@Tag("progress")
final class ProgressLine extends HtmlComponent {

    ProgressLine(long done, long total, String label) {
        getElement().setAttribute("max", String.valueOf(Math.max(1, total)));
        getElement().setAttribute("value", String.valueOf(done));
        getElement().setAttribute("aria-label", label);
        setWidth("100%");
    }
}
