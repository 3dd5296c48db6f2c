package org.sluice.ui.cases;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import org.sluice.process.CaseId;
import org.sluice.ui.parts.Words;

/** Everything about a case that a person needs in order to decide: facts, who has it, decisions, where it stands, thread. */
@CssImport("./cases.css")
public final class CaseDossier extends Composite<Div> {

    public CaseDossier(CaseDesk desk, CaseId id, Instant now) {
        this(desk, desk.file(id), now);
    }

    CaseDossier(CaseDesk desk, CaseDesk.File file, Instant now) {
        var id = file.caseId();
        getContent().addClassName("dossier");
        getContent()
                .add(
                        new CaseSection("tasks", new OpenTaskList(desk.openTasks(id), file, now)),
                        new CaseSection("facts", new CaseFacts(file)),
                        new CaseSection("decisions", new DecisionList(desk.decisions(id))),
                        new CaseSection("diagram", new DiagramCard(desk.diagrams(id, Words.locale()))),
                        new CaseSection("thread", new CaseThread(desk.thread(id))));
    }
}
