package org.sluice.ui.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import org.sluice.ui.parts.Words;

/** A part of a case under its own heading, reachable as a landmark. */
final class CaseSection extends Section {

    CaseSection(String name, Component... content) {
        var heading = new H2(Words.of("cases.section." + name));
        heading.setId("case-" + name);
        addClassNames("panel", "case-" + name);
        getElement().setAttribute("aria-labelledby", "case-" + name);
        add(heading);
        add(content);
    }
}
