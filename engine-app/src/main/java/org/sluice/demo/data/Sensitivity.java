package org.sluice.demo.data;

import java.util.List;
import java.util.Map;

/** How sensitive a product is, by its class, whom it is about, and the dictionary of its fields. */
final class Sensitivity {

    private Sensitivity() {}

    /** The highest level of its fields within the bounds of the class; without a dictionary the subject decides. */
    static int level(
            DemoTaxonomy.DataClass dataClass,
            Map<String, DemoTaxonomy.Field> dictionary,
            String subject,
            List<String> fields) {
        if (dictionary.isEmpty()) {
            return aboutPersons(subject) ? dataClass.jrMax() : dataClass.jrMin();
        }
        int highest = fields.stream()
                .map(dictionary::get)
                .filter(field -> field != null && counts(dataClass, field, subject))
                .mapToInt(DemoTaxonomy.Field::jrLevel)
                .max()
                .orElse(dataClass.jrMin());
        return Math.max(dataClass.jrMin(), Math.min(dataClass.jrMax(), highest));
    }

    static boolean personal(
            DemoTaxonomy.DataClass dataClass,
            Map<String, DemoTaxonomy.Field> dictionary,
            String subject,
            List<String> fields) {
        return aboutPersons(subject)
                || fields.stream()
                        .map(dictionary::get)
                        .anyMatch(field -> field != null && field.personalInfo() && counts(dataClass, field, subject));
    }

    /**
     * In a class about firms and persons alike, a field is personal only when the product is about persons; in a class
     * about firms alone (shareholders) it always is.
     */
    private static boolean counts(DemoTaxonomy.DataClass dataClass, DemoTaxonomy.Field field, String subject) {
        return !field.personalInfo()
                || aboutPersons(subject)
                || !dataClass.subjects().contains("PERSON");
    }

    private static boolean aboutPersons(String subject) {
        return subject.equals("PERSON") || subject.equals("BOTH");
    }
}
