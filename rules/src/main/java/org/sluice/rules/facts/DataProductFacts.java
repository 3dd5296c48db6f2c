package org.sluice.rules.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known about a data product that is to be admitted. */
public record DataProductFacts(
        ProductForm form,
        Origin origin,
        PersonalInformation personalInformation,
        CreditItems creditItems,
        Assessments assessments,
        FieldScope fieldScope,
        SampleTest sampleTest,
        Worth worth,
        Connection connection,
        IntendedUse intendedUse)
        implements CaseFacts {

    /**
     * Reads facts by name, each as its type or as its text; what is not named is unknown.
     *
     * @throws IllegalArgumentException when a name is no fact of a product, or a value does not fit
     */
    public static DataProductFacts of(Map<String, ? extends @Nullable Object> known) {
        var facts = new KnownFacts(known);
        var read = new DataProductFacts(
                facts.part(ProductForm.class),
                facts.part(Origin.class),
                facts.part(PersonalInformation.class),
                facts.part(CreditItems.class),
                facts.part(Assessments.class),
                facts.part(FieldScope.class),
                facts.part(SampleTest.class),
                facts.part(Worth.class),
                facts.part(Connection.class),
                facts.part(IntendedUse.class));
        facts.requireAllRead();
        return read;
    }

    @Override
    public List<Record> parts() {
        var parts = new ArrayList<Record>(List.of(
                form,
                origin,
                personalInformation,
                creditItems,
                assessments,
                fieldScope,
                sampleTest,
                worth,
                connection,
                intendedUse));
        if (origin.hops() != null) {
            parts.addAll(origin.hops());
        }
        return List.copyOf(parts);
    }
}
