package org.sluice.ui.admission;

import com.vaadin.flow.component.textfield.TextArea;
import org.jspecify.annotations.Nullable;
import org.sluice.process.admission.FileSupplierDossier;
import org.sluice.process.admission.SupplierAdmissionProcess.Task;
import org.sluice.ui.admission.AdmissionDesk.Dossier;
import org.sluice.ui.tasks.TaskPanel;

/** What is known of a supplier; what the house knows by itself is shown and not asked. */
final class FileSupplierDossierPanel extends TaskPanel<FileSupplierDossier> {

    private final FactSheet facts;
    private final TextArea note;

    FileSupplierDossierPanel(Dossier dossier) {
        super(Task.FILE_SUPPLIER_DOSSIER);
        facts = new FactSheet(dossier.facts(), fields());
        getContent().add(facts);
        note = comment("note");
        if (dossier.note() != null) {
            note.setValue(dossier.note());
        }
    }

    @Override
    public FileSupplierDossier read() {
        return new FileSupplierDossier(facts.read(), written(note));
    }

    @Override
    public @Nullable Question question() {
        return facts.question();
    }

    @Override
    protected void shown() {
        facts.openWhereWrong();
    }
}
