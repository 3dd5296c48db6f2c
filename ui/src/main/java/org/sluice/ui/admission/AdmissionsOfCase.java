package org.sluice.ui.admission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import org.sluice.process.CaseId;
import org.sluice.process.CaseKind;
import org.sluice.ui.cases.CaseGuest;
import org.sluice.ui.parts.Words;
import org.springframework.core.annotation.Order;

/** Findings and admissions on the page of their case. */
@org.springframework.stereotype.Component
@Order(10)
public class AdmissionsOfCase implements CaseGuest {

    private final AdmissionDesk desk;

    public AdmissionsOfCase(AdmissionDesk desk) {
        this.desk = desk;
    }

    /** A product and its supplier are admitted in the case that buys them. */
    @Override
    public boolean concerns(CaseKind kind) {
        return kind == CaseKind.REQUIREMENT;
    }

    @Override
    public Component of(CaseId caseId) {
        var heading = new H2(Words.of("admission.title"));
        heading.setId("case-admissions");
        var section = new Section(heading, new AdmissionList(desk.ofCase(caseId), false));
        section.addClassNames("panel", "case-admissions");
        section.getElement().setAttribute("aria-labelledby", "case-admissions");
        return section;
    }
}
