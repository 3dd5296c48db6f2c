package org.sluice.intake;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.ListedProduct;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.SubjectType;

/**
 * How far something that exists covers what is asked for: class, subject, fields and region together, each 0 to 1,
 * weighted. It measures coverage of the new wish and so is not symmetric: a product that offers more is no worse. What
 * covers none of the subjects or none of the regions is apart, and never more than the ceiling alike, however many
 * fields it has in common.
 */
final class Similarity {

    /** How much each of the four parts counts; they sum to 1. */
    record Weights(double dataClass, double subject, double fields, double region) {}

    /**
     * The house's numbers.
     *
     * @param partlySubject score of the subject where only some of the wanted subjects are there
     * @param ceilingApart the most that a total is where subject or region have nothing in common
     */
    record Scale(Weights weights, double partlySubject, double ceilingApart) {}

    /** What is compared, from either side. */
    record Shape(Set<String> classes, @Nullable SubjectType subject, Set<String> fields, Set<String> regions) {

        /** Both together, as one wish. */
        Shape with(Shape other) {
            return new Shape(
                    union(classes, other.classes),
                    JointForm.subject(subject, other.subject),
                    union(fields, other.fields),
                    Set.copyOf(JointForm.regions(List.copyOf(regions), List.copyOf(other.regions))));
        }

        private static Set<String> union(Set<String> one, Set<String> other) {
            return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** @param total of the four parts together, as the rules above have it */
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

    /** How far a product covers a wish. */
    static Score score(Shape wanted, Shape existing, Scale scale) {
        return score(wanted, existing, region(wanted.regions(), existing.regions()), scale);
    }

    /**
     * How far an open requirement covers a wish that could join it. Since it would take the wish's regions in, its
     * regions count as covering when they are part of the wanted ones, too.
     */
    static Score joining(Shape wanted, Shape open, Scale scale) {
        var region = Math.max(region(wanted.regions(), open.regions()), region(open.regions(), wanted.regions()));
        return score(wanted, open, region, scale);
    }

    private static Score score(Shape wanted, Shape existing, double region, Scale scale) {
        var weights = scale.weights();
        var dataClass = covered(wanted.classes(), existing.classes());
        var subject = subject(wanted.subject(), existing.subject(), scale.partlySubject());
        var fields = covered(wanted.fields(), existing.fields());
        var total = weights.dataClass() * dataClass
                + weights.subject() * subject
                + weights.fields() * fields
                + weights.region() * region;
        // subjects that nobody has chosen yet are unknown, not other ones
        var apart = region == 0 || (subject == 0 && wanted.subject() != null);
        return new Score(apart ? Math.min(total, scale.ceilingApart()) : total, dataClass, subject, fields, region);
    }

    /** Names as they are compared: without case and blanks. */
    static Set<String> fieldNames(RequirementForm form) {
        return lower(form.fieldsNeeded().stream()
                .map(RequirementForm.FieldNeed::fieldName)
                .filter(name -> name != null && !name.isBlank())
                .toList());
    }

    static String comparable(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static Set<String> lower(Collection<String> names) {
        return names.stream().map(Similarity::comparable).collect(Collectors.toUnmodifiableSet());
    }

    /** The share of what is wanted that is there; of nothing wanted yet, nothing is known to be covered. */
    private static double covered(Set<String> wanted, Set<String> existing) {
        if (wanted.isEmpty()) {
            return 0;
        }
        return (double) wanted.stream().filter(existing::contains).count() / wanted.size();
    }

    private static double subject(@Nullable SubjectType wanted, @Nullable SubjectType existing, double partly) {
        if (wanted == null || existing == null) {
            return 0;
        }
        if (wanted == existing || existing == SubjectType.BOTH) {
            return 1;
        }
        if (wanted == SubjectType.NONE) {
            // data about nobody, such as market data, is listed under the firms
            return existing == SubjectType.ENTERPRISE ? 1 : 0;
        }
        return wanted == SubjectType.BOTH && existing != SubjectType.NONE ? partly : 0;
    }

    /** No region means nation-wide: it covers every region, and only it covers nation-wide. */
    private static double region(Set<String> wanted, Set<String> existing) {
        if (existing.isEmpty()) {
            return 1;
        }
        return wanted.isEmpty() ? 0 : covered(wanted, existing);
    }
}
