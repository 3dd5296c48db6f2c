package org.sluice.ui.admission;

import java.util.List;
import org.sluice.process.admission.ArrangeTest;
import org.sluice.process.admission.CastVote;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.process.admission.FileProductDossier;
import org.sluice.process.admission.FileSupplierDossier;
import org.sluice.process.admission.FileTestPapers;
import org.sluice.process.admission.ReportSampleTest;
import org.sluice.process.admission.SettleFinding;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.ui.tasks.PanelSource;
import org.sluice.ui.tasks.PanelType;
import org.springframework.stereotype.Component;

/** The panels of both admissions' user tasks. */
@Component
public class AdmissionPanels implements PanelSource {

    private final AdmissionDesk desk;

    public AdmissionPanels(AdmissionDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<PanelType<?>> panels() {
        return List.of(
                new PanelType<>(
                        SupplierAdmissionProcess.Task.FILE_SUPPLIER_DOSSIER,
                        FileSupplierDossier.class,
                        (task, given) -> new FileSupplierDossierPanel(desk.dossier(task))),
                settle(SupplierAdmissionProcess.Task.SETTLE_SUPPLIER_FINDING),
                vote(SupplierAdmissionProcess.Task.VOTE_ON_SUPPLIER),
                new PanelType<>(
                        DataAdmissionProcess.Task.FILE_PRODUCT_DOSSIER,
                        FileProductDossier.class,
                        (task, given) -> new FileProductDossierPanel(desk.dossier(task))),
                settle(DataAdmissionProcess.Task.SETTLE_PRODUCT_FINDING),
                new PanelType<>(
                        DataAdmissionProcess.Task.FILE_TEST_PAPERS,
                        FileTestPapers.class,
                        given -> new FileTestPapersPanel()),
                new PanelType<>(
                        DataAdmissionProcess.Task.ARRANGE_TEST,
                        ArrangeTest.class,
                        given -> new ArrangeTestPanel(given.choices())),
                new PanelType<>(
                        DataAdmissionProcess.Task.REPORT_SAMPLE_TEST,
                        ReportSampleTest.class,
                        (task, given) -> new ReportSampleTestPanel(desk.dossier(task))),
                vote(DataAdmissionProcess.Task.VOTE_ON_PRODUCT));
    }

    private PanelType<SettleFinding> settle(String key) {
        return new PanelType<>(
                key, SettleFinding.class, (task, given) -> new SettleFindingPanel(key, desk.finding(task)));
    }

    private static PanelType<CastVote> vote(String key) {
        return new PanelType<>(key, CastVote.class, given -> new CastVotePanel(key));
    }
}
