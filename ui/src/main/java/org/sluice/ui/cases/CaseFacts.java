package org.sluice.ui.cases;

import com.vaadin.flow.component.Composite;
import org.sluice.ui.parts.FactList;

/** What the case is about, in the order in which it is read. */
final class CaseFacts extends Composite<FactList> {

    CaseFacts(CaseDesk.File file) {
        file.facts()
                .forEach(fact -> getContent().fact("fact." + fact.label(), FactWords.of(fact.label(), fact.value())));
    }
}
