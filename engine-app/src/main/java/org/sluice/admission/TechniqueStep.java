package org.sluice.admission;

import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.process.intake.InterfaceForm;
import org.sluice.shared.Auditable;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks by which technique the data of bank and supplier may meet. */
@Component
class TechniqueStep implements DecisionStep {

    /** The bank and one supplier; more are a purchase of their own. */
    private static final int PARTIES = 2;

    /** The table's inputs. */
    record Facts(
            int jrLevel,
            String need,
            int parties,
            boolean realtime,
            double volume,
            boolean subjectAuthorized,
            boolean providerTrustsPlatform) {}

    private final ProductDossiers dossiers;
    private final ProductFacts facts;
    private final ApplicationEventPublisher events;

    TechniqueStep(ProductDossiers dossiers, ProductFacts facts, ApplicationEventPublisher events) {
        this.dossiers = dossiers;
        this.facts = facts;
        this.events = events;
    }

    @Override
    public String element() {
        return "privacyTechnique";
    }

    @Override
    public String decision() {
        return DataAdmissionProcess.Decision.PRIVACY_TECHNIQUE;
    }

    @Override
    public Record facts(CaseId caseId) {
        var subject = dossiers.open(caseId);
        var use = dossiers.use(subject);
        return new Facts(
                use.level(),
                use.need().name(),
                PARTIES,
                subject.interfaceForm() == InterfaceForm.REALTIME_API,
                facts.volume(caseId),
                facts.isAuthorized(subject),
                use.platformTrusted());
    }

    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        var subject = dossiers.open(caseId);
        var technique = String.valueOf(rows.get(0).outputs().get("technique"));
        dossiers.technique(subject, technique);
        events.publishEvent(Auditable.of("product.graded", caseId, null, "product " + subject.code())
                .with("jrLevel", dossiers.use(subject).level())
                .with("technique", technique));
        return Flags.NONE;
    }
}
