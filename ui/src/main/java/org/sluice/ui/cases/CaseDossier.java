package org.sluice.ui.cases;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.ui.parts.Words;

/** Everything about a case that a person needs in order to decide: facts, who has it, decisions, what other subjects tell of it, where it stands, thread. */
@CssImport("./cases.css")
public final class CaseDossier extends Composite<Div> {

    public CaseDossier(CaseDesk desk, CaseId id, Instant now, List<CaseGuest> guests) {
        this(desk, desk.file(id), now, guests);
    }

    CaseDossier(CaseDesk desk, CaseDesk.File file, Instant now, List<CaseGuest> guests) {
        var id = file.caseId();
        getContent().addClassName("dossier");
        getContent()
                .add(
                        new CaseSection("tasks", new OpenTaskList(desk.openTasks(id), file, now)),
                        new CaseSection("facts", new CaseFacts(file)),
                        new CaseSection("decisions", new DecisionList(desk.decisions(id))));
        if (!file.related().isEmpty()) {
            getContent().add(new CaseSection("related", new RelatedCases(file.related())));
        }
        for (var guest : guests) {
            if (!guest.concerns(file.kind())) {
                continue;
            }
            var section = guest.of(id);
            // the whole width, whichever of them are there
            section.getStyle().set("grid-column", "1 / -1");
            getContent().add(section);
        }
        var diagrams = desk.diagrams(id, Words.locale());
        // a case that was taken over from before this house ran in no model
        if (!diagrams.isEmpty()) {
            getContent().add(new CaseSection("diagram", new DiagramCard(diagrams)));
        }
        getContent().add(new CaseSection("thread", new CaseThread(desk.thread(id))));
    }
}
