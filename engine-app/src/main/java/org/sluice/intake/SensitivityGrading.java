package org.sluice.intake;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.Taxonomy;
import org.sluice.catalog.Taxonomy.DataClass;
import org.sluice.catalog.Taxonomy.Field;
import org.sluice.process.Problems;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.RequirementForm.FieldNeed;
import org.sluice.process.intake.SubjectType;
import org.sluice.ui.intake.IntakeDesk.Grade;
import org.springframework.stereotype.Component;

/**
 * Says how sensitive a wish is, by its classes and by the dictionary of fields. What the requester states can raise the
 * level or add persons, and takes nothing away: nobody declares the approval of compliance unnecessary.
 */
@Component
class SensitivityGrading {

    private static final String PERSON = "PERSON";
    private static final String ENTERPRISE = "ENTERPRISE";

    private final Taxonomy taxonomy;

    SensitivityGrading(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** The grade of a form, also of one that is not finished; what is unknown or missing counts nothing. */
    Grade grade(RequirementForm form) {
        var every = taxonomy.dataClasses().stream().collect(Collectors.toMap(DataClass::code, Function.identity()));
        var classes = form.dataClasses().stream()
                .map(every::get)
                .filter(Objects::nonNull)
                .toList();
        var dictionary = taxonomy.fields();
        var known = form.fieldsNeeded().stream()
                .flatMap(need -> entries(need, form.dataClasses(), dictionary))
                .filter(field -> form.aboutPersons() || !field.ifPerson())
                .toList();
        var personal = known.stream().filter(Field::personalInfo).toList();
        var problems = new Problems();
        contradictions(form.subjectType(), classes, problems);
        if (form.legalBasis() == null && !form.aboutPersons() && !personal.isEmpty()) {
            problems.add(
                    "legalBasis",
                    "requiredForPersonalFields",
                    personal.stream().map(Field::name).distinct().collect(Collectors.joining(", ")));
        }
        var persons = form.aboutPersons() || classes.stream().anyMatch(SensitivityGrading::onlyPersons);
        return new Grade(level(form, classes, known), persons || !personal.isEmpty(), problems.list());
    }

    /** The highest level of what is asked for: of the fields as stated and as the dictionary has them, of the classes. */
    private static int level(RequirementForm form, List<DataClass> classes, List<Field> known) {
        var stated = form.fieldsNeeded().stream()
                .map(FieldNeed::sensitivity)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue);
        var ofFields = known.stream().mapToInt(Field::jrLevel);
        var ofClasses = classes.stream().mapToInt(each -> form.aboutPersons() ? each.jrMax() : each.jrMin());
        return Stream.of(stated, ofFields, ofClasses)
                .flatMapToInt(IntStream::sequential)
                .max()
                .orElse(1);
    }

    /**
     * What the dictionary knows of a field: the entries of the chosen classes, else those of any class, so that a field
     * does not become harmless by being asked for under another heading.
     */
    private static Stream<Field> entries(FieldNeed need, List<String> classes, List<Field> dictionary) {
        var named = dictionary.stream()
                .filter(field -> same(field.name(), need.fieldName()))
                .toList();
        var chosen = named.stream()
                .filter(field -> classes.contains(field.dataClass()))
                .toList();
        return (chosen.isEmpty() ? named : chosen).stream();
    }

    private static boolean same(String name, @Nullable String asked) {
        return asked != null && Similarity.comparable(name).equals(Similarity.comparable(asked));
    }

    /** The self-employed are persons by law and firms in the registers, so that they contradict no class. */
    private static void contradictions(@Nullable SubjectType subject, List<DataClass> classes, Problems problems) {
        if (subject == SubjectType.ENTERPRISE || subject == SubjectType.NONE) {
            var about = classes.stream().filter(SensitivityGrading::onlyPersons).toList();
            problems.when(!about.isEmpty(), "subjectType", "classOfPersons", codes(about));
        } else if (subject == SubjectType.PERSON) {
            var about = classes.stream()
                    .filter(each -> !each.subjects().contains(PERSON))
                    .toList();
            problems.when(!about.isEmpty(), "subjectType", "classOfFirms", codes(about));
        }
    }

    private static boolean onlyPersons(DataClass dataClass) {
        return dataClass.subjects().contains(PERSON) && !dataClass.subjects().contains(ENTERPRISE);
    }

    private static String codes(List<DataClass> classes) {
        return classes.stream().map(DataClass::code).collect(Collectors.joining(", "));
    }
}
