package org.sluice.ui.cases;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import org.sluice.ui.parts.FactList;

/** What the case is about, in the order in which it is read; below it what there is several of. */
final class CaseFacts extends Composite<Div> {

    CaseFacts(CaseDesk.File file) {
        var facts = new FactList();
        file.facts().forEach(fact -> facts.fact("fact." + fact.label(), FactValue.of(fact.label(), fact.value())));
        getContent().add(facts);
        file.tables().forEach(table -> getContent().add(new FactTable(table)));
    }
}
