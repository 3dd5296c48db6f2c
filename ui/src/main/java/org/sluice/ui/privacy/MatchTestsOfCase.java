package org.sluice.ui.privacy;

import com.vaadin.flow.component.Component;
import org.sluice.process.CaseId;
import org.sluice.ui.cases.CaseGuest;
import org.springframework.core.annotation.Order;

/** The match tests on the page of their case. */
@org.springframework.stereotype.Component
@Order(20)
public class MatchTestsOfCase implements CaseGuest {

    private final MatchTestDesk desk;

    public MatchTestsOfCase(MatchTestDesk desk) {
        this.desk = desk;
    }

    @Override
    public Component of(CaseId caseId) {
        return new MatchTestPanel(desk, caseId);
    }
}
