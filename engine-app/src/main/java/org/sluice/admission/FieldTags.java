package org.sluice.admission;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sluice.admission.ProductDossiers.Subject;
import org.sluice.catalog.Taxonomy;
import org.sluice.process.Problems;
import org.sluice.process.admission.FieldTag;
import org.sluice.process.admission.Granularity;
import org.sluice.process.admission.ProductField;
import org.sluice.process.intake.SubjectType;
import org.sluice.rulebook.Parameters;
import org.springframework.stereotype.Component;

/** What the register and the dictionary say of a product's fields: no tag can make a field harmless that is not. */
@Component
class FieldTags {

    private final Taxonomy taxonomy;
    private final Parameters parameters;

    FieldTags(Taxonomy taxonomy, Parameters parameters) {
        this.taxonomy = taxonomy;
        this.parameters = parameters;
    }

    /** Adds what is wrong with the tags: a field of the register that is missing, or one called less than it is. */
    void check(Subject subject, List<ProductField> fields, Problems problems) {
        var named = fields.stream().map(ProductField::name).toList();
        var missing =
                subject.fields().stream().filter(name -> !named.contains(name)).toList();
        problems.when(!missing.isEmpty(), "fields", "fieldsOfRegister", String.join(", ", missing));
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            var tag = field.tag();
            var name = field.name();
            problems.when(
                    tag != null && name != null && isPersonal(subject, name) && !tag.isPersonal(),
                    "fields[" + i + "].tag",
                    "personalByDictionary");
        }
    }

    /** The register's fields with the tags that the dictionary suggests. */
    List<ProductField> suggested(Subject subject) {
        return subject.fields().stream()
                .map(name -> new ProductField(name, suggested(subject, name), Granularity.RECORD, 0))
                .toList();
    }

    private FieldTag suggested(Subject subject, String name) {
        var level = inDictionary(subject, name).map(Taxonomy.Field::jrLevel).orElse(0);
        if (isPersonal(subject, name)) {
            return level >= parameters.whole("admission.sensitive.jrLevel") ? FieldTag.PI_SENSITIVE : FieldTag.PI_BASIC;
        }
        return switch (level) {
            case 0 -> FieldTag.UNTAGGED;
            case 1 -> FieldTag.PUBLIC_REGISTRATION;
            case 2 -> FieldTag.ENTERPRISE_AGGREGATE;
            default -> FieldTag.ENTERPRISE_DETAIL;
        };
    }

    private boolean isPersonal(Subject subject, String name) {
        return inDictionary(subject, name)
                .filter(field -> field.personalInfo() && (!field.ifPerson() || aboutPersons(subject.subjectType())))
                .isPresent();
    }

    private static boolean aboutPersons(SubjectType subject) {
        return subject != SubjectType.ENTERPRISE && subject != SubjectType.NONE;
    }

    private Optional<Taxonomy.Field> inDictionary(Subject subject, String name) {
        var named = taxonomy.fields().stream()
                .filter(field -> field.name().equals(name))
                .toList();
        // a product may bring fields of further classes than the one it is listed under: the strictest of them counts
        return named.stream()
                .filter(field -> field.dataClass().equals(subject.dataClass()))
                .findFirst()
                .or(() -> named.stream()
                        .max(Comparator.comparing(Taxonomy.Field::personalInfo)
                                .thenComparing(Taxonomy.Field::jrLevel)));
    }
}
