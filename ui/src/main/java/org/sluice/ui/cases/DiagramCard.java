package org.sluice.ui.cases;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import org.sluice.ui.cases.CaseDesk.Diagram;
import org.sluice.ui.parts.BpmnDiagram;
import org.sluice.ui.parts.Words;

/** The processes of the case, each with its token. */
final class DiagramCard extends Composite<Div> {

    DiagramCard(List<Diagram> diagrams) {
        for (var diagram : diagrams) {
            getContent()
                    .add(
                            new H3(Words.of("process." + diagram.processKey())),
                            new BpmnDiagram(diagram.xml(), diagram.active(), diagram.passed()));
        }
    }
}
