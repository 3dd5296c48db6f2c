package org.sluice.admission;

import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
import org.springframework.stereotype.Component;

/** Asks for the level of a product's fields, one after the other; the product has the highest. */
@Component
class GradeFieldStep implements DecisionStep {

    /** The table's inputs. */
    record Facts(String fieldTag, String subjectType, String granularity, int personCount, int groupSize) {}

    private final ProductDossiers dossiers;
    private final ProductFacts facts;

    GradeFieldStep(ProductDossiers dossiers, ProductFacts facts) {
        this.dossiers = dossiers;
        this.facts = facts;
    }

    @Override
    public String element() {
        return "sensitivityGrading";
    }

    @Override
    public String decision() {
        return DataAdmissionProcess.Decision.SENSITIVITY_GRADING;
    }

    @Override
    public DecisionStep about(int index) {
        return new OfField(index);
    }

    @Override
    public Record facts(CaseId caseId) {
        throw new IllegalStateException("The level is asked for field by field");
    }

    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        throw new IllegalStateException("The level is asked for field by field");
    }

    /** The question about one field. */
    private final class OfField implements DecisionStep {

        private final int place;

        OfField(int place) {
            this.place = place;
        }

        @Override
        public String element() {
            return GradeFieldStep.this.element();
        }

        @Override
        public String decision() {
            return GradeFieldStep.this.decision();
        }

        @Override
        public Record facts(CaseId caseId) {
            var subject = dossiers.open(caseId);
            var field = dossiers.fields(subject).get(place);
            return new Facts(
                    field.tag().name(),
                    subject.subjectType().name(),
                    field.granularity().name(),
                    facts.personCount(subject),
                    field.groupSize());
        }

        @Override
        public Flags apply(CaseId caseId, List<Row> rows) {
            var highest = rows.stream().mapToInt(row -> row.whole("jrLevel")).max();
            dossiers.grade(
                    dossiers.open(caseId),
                    place,
                    highest.orElseThrow(
                            () -> new IllegalStateException("The table gives field " + place + " no level")));
            return Flags.NONE;
        }
    }
}
