package org.sluice.intake;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.ListedProduct;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.SubjectType;

/**
 * How far something that exists covers what is asked for: class, subject, fields and region together, each 0 to 1,
 * weighted. It measures coverage of the new wish and so is not symmetric: a product that offers more is no worse.
 */
final class Similarity {

    /** How much each of the four parts counts; they sum to 1. */
    record Weights(double dataClass, double subject, double fields, double region) {}

    /** What is compared, from either side. */
    record Shape(Set<String> classes, @Nullable SubjectType subject, Set<String> fields, Set<String> regions) {}

    record Score(double total, double dataClass, double subject, double fields, double region) {}

    private Similarity() {}

    static Shape of(RequirementForm form) {
        return new Shape(
                Set.copyOf(form.dataClasses()), form.subjectType(), fieldNames(form), Set.copyOf(form.regionScope()));
    }

    static Shape of(ListedProduct product) {
        return new Shape(
                Set.of(product.dataClass()), product.subjectType(), lower(product.fields()), product.regions());
    }

    static Score score(Shape wanted, Shape existing, Weights weights) {
        var dataClass = covered(wanted.classes(), existing.classes());
        var subject = subject(wanted.subject(), existing.subject());
        var fields = covered(wanted.fields(), existing.fields());
        var region = region(wanted.regions(), existing.regions());
        var total = weights.dataClass() * dataClass
                + weights.subject() * subject
                + weights.fields() * fields
                + weights.region() * region;
        return new Score(total, dataClass, subject, fields, region);
    }

    /** Names as they are compared: without case and blanks. */
    static Set<String> fieldNames(RequirementForm form) {
        return lower(form.fieldsNeeded().stream()
                .map(RequirementForm.FieldNeed::fieldName)
                .filter(name -> name != null && !name.isBlank())
                .toList());
    }

    private static Set<String> lower(Collection<String> names) {
        return names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The share of what is wanted that is there; of nothing wanted yet, nothing is known to be covered. */
    private static double covered(Set<String> wanted, Set<String> existing) {
        if (wanted.isEmpty()) {
            return 0;
        }
        return (double) wanted.stream().filter(existing::contains).count() / wanted.size();
    }

    private static double subject(@Nullable SubjectType wanted, @Nullable SubjectType existing) {
        if (wanted == null || existing == null) {
            return 0;
        }
        if (wanted == existing || existing == SubjectType.BOTH) {
            return 1;
        }
        return wanted == SubjectType.BOTH ? 0.5 : 0;
    }

    /** No region means nation-wide: it covers every region, and only it covers nation-wide. */
    private static double region(Set<String> wanted, Set<String> existing) {
        if (existing.isEmpty()) {
            return 1;
        }
        return wanted.isEmpty() ? 0 : covered(wanted, existing);
    }
}
