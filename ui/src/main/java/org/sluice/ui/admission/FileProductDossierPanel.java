package org.sluice.ui.admission;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.jspecify.annotations.Nullable;
import org.sluice.process.admission.DataAdmissionProcess.Task;
import org.sluice.process.admission.FileProductDossier;
import org.sluice.process.admission.PrivacyNeed;
import org.sluice.process.admission.ProductField;
import org.sluice.ui.admission.AdmissionDesk.Dossier;
import org.sluice.ui.parts.RowList;
import org.sluice.ui.tasks.TaskPanel;

/** What is known of a product, the fields that it delivers, and what is to be computed on them. */
final class FileProductDossierPanel extends TaskPanel<FileProductDossier> {

    private final FactSheet facts;
    private final RowList<ProductField> delivered;
    private final RadioButtonGroup<PrivacyNeed> need;
    private final RadioButtonGroup<Boolean> platformTrusted;
    private final TextArea note;

    FileProductDossierPanel(Dossier dossier) {
        super(Task.FILE_PRODUCT_DOSSIER);
        facts = new FactSheet(dossier.facts(), fields());
        getContent().add(facts);
        delivered = place(
                "fields", new RowList<>("fields", "panel.fileProductDossier.fields", ProductFieldRow::new, fields()));
        delivered.setValue(dossier.fields());
        need = options("need", PrivacyNeed.class);
        platformTrusted = yesNo("platformTrusted");
        note = comment("note");
        delivered.setRequiredIndicatorVisible(true);
        need.setRequiredIndicatorVisible(true);
        platformTrusted.setRequiredIndicatorVisible(true);
        need.setValue(dossier.need());
        platformTrusted.setValue(dossier.platformTrusted());
        if (dossier.note() != null) {
            note.setValue(dossier.note());
        }
    }

    @Override
    public FileProductDossier read() {
        return new FileProductDossier(
                facts.read(), delivered.getValue(), need.getValue(), platformTrusted.getValue(), written(note));
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
