package org.sluice.ui.privacy;

import com.vaadin.flow.component.Component;
import org.sluice.process.CaseId;
import org.sluice.process.CaseKind;
import org.sluice.ui.cases.CaseGuest;
import org.springframework.core.annotation.Order;

/** The privacy job on the page of its case, and beside its tasks. */
@org.springframework.stereotype.Component
@Order(21)
public class PrivacyJobOfCase implements CaseGuest {

    private final PrivacyJobDesk desk;

    public PrivacyJobOfCase(PrivacyJobDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean concerns(CaseKind kind) {
        return kind == CaseKind.PRIVACY_JOB;
    }

    @Override
    public Component of(CaseId caseId) {
        return new PrivacyJobPanel(desk, caseId);
    }
}
