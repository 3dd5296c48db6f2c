package org.sluice.process.admission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * What is known of a product that is to be admitted.
 *
 * @param facts by the names of the fact catalogue; what is not named is unknown
 * @param fields all that the product delivers, each once
 * @param need what is to be computed on the data of bank and supplier; it decides the technique
 * @param platformTrusted the supplier accepts the bank's platform as the place where data of both meet
 * @param note what a reader of the dossier should know
 */
public record FileProductDossier(
        Map<String, @Nullable Object> facts,
        List<ProductField> fields,
        @Nullable PrivacyNeed need,
        @Nullable Boolean platformTrusted,
        @Nullable String note)
        implements Body {

    private static final int MOST_FIELDS = 300;

    @SuppressWarnings("NullAway") // JSON may leave them out; inside they are never null
    public FileProductDossier {
        facts = facts == null ? Map.of() : java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    @Override
    public void check(Problems problems) {
        problems.required("fields", fields)
                .when(fields.size() > MOST_FIELDS, "fields", "tooMany", MOST_FIELDS)
                .required("need", need)
                .required("platformTrusted", platformTrusted)
                .atMost("note", note, 4000);
        for (int i = 0; i < fields.size(); i++) {
            check(problems, i);
        }
    }

    private void check(Problems problems, int at) {
        var field = fields.get(at);
        var path = "fields[" + at + "]";
        problems.required(path + ".name", field.name())
                .atMost(path + ".name", field.name(), 100)
                .required(path + ".tag", field.tag())
                .required(path + ".granularity", field.granularity())
                .between(path + ".groupSize", field.groupSize(), 0, Integer.MAX_VALUE)
                .when(
                        field.tag() == FieldTag.STATISTIC && field.groupSize() == null,
                        path + ".groupSize",
                        "groupSizeOfStatistic")
                .when(
                        fields.subList(0, at).stream()
                                .anyMatch(before ->
                                        before.name() != null && before.name().equals(field.name())),
                        path + ".name",
                        "namedTwice");
    }
}
