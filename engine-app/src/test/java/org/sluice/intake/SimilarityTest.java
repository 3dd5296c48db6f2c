package org.sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.sluice.intake.Similarity.Scale;
import org.sluice.intake.Similarity.Shape;
import org.sluice.intake.Similarity.Weights;
import org.sluice.process.intake.SubjectType;

class SimilarityTest {

    private static final double CEILING = 0.45;
    private static final Scale SCALE = new Scale(new Weights(0.2, 0.1, 0.6, 0.1), 0.5, CEILING);
    private static final Offset<Double> EXACT = Offset.offset(1e-9);
    private static final Shape WANTED =
            new Shape(Set.of("TAX"), SubjectType.ENTERPRISE, Set.of("a", "b", "c", "d"), Set.of("990100"));

    @Test
    void whatOffersEverythingIsOne() {
        assertThat(score(WANTED)).isEqualTo(1);
    }

    @Test
    void whatOffersMoreIsNoWorse() {
        assertThat(score(new Shape(Set.of("TAX"), SubjectType.BOTH, Set.of("a", "b", "c", "d", "e", "f"), Set.of())))
                .isEqualTo(1);
    }

    @Test
    void fieldsCountByTheirShare() {
        assertThat(score(new Shape(Set.of("TAX"), SubjectType.ENTERPRISE, Set.of("a"), Set.of("990100"))))
                .isCloseTo(0.55, EXACT);
    }

    @Test
    void anotherRegionIsApartHoweverManyFieldsAgree() {
        assertThat(score(new Shape(Set.of("TAX"), SubjectType.ENTERPRISE, WANTED.fields(), Set.of("990200"))))
                .isEqualTo(CEILING);
    }

    @Test
    void otherSubjectsAreApartHoweverManyFieldsAgree() {
        assertThat(score(new Shape(Set.of("TAX"), SubjectType.PERSON, WANTED.fields(), Set.of("990100"))))
                .isEqualTo(CEILING);
    }

    @Test
    void whatIsApartIsNotLiftedToTheCeiling() {
        assertThat(score(new Shape(Set.of("TAX"), SubjectType.PERSON, Set.of("a"), Set.of("990200"))))
                .isCloseTo(0.35, EXACT);
    }

    @Test
    void someOfTheRegionsOrSubjectsAreNotApart() {
        var wanted = new Shape(Set.of("TAX"), SubjectType.BOTH, WANTED.fields(), Set.of("990100", "990200"));

        assertThat(Similarity.score(wanted, WANTED, SCALE).total()).isCloseTo(0.2 + 0.05 + 0.6 + 0.05, EXACT);
    }

    @Test
    void subjectsThatNobodyHasChosenYetAreNotOtherOnes() {
        var draft = new Shape(Set.of("TAX"), null, WANTED.fields(), Set.of("990100"));

        assertThat(Similarity.score(draft, WANTED, SCALE).total()).isCloseTo(0.9, EXACT);
    }

    @Test
    void dataAboutNobodyIsServedByWhatIsListedUnderTheFirms() {
        var wanted = new Shape(Set.of("MARKET_DATA"), SubjectType.NONE, Set.of("a"), Set.of());

        assertThat(subject(wanted, SubjectType.ENTERPRISE)).isEqualTo(1);
        assertThat(subject(wanted, SubjectType.PERSON)).isZero();
    }

    /** A requirement takes the regions of what joins it in; a product has the regions that it has. */
    @Test
    void aNationWideWishCanJoinARegionalOneAndIsNotServedByARegionalProduct() {
        var nationWide = new Shape(Set.of("TAX"), SubjectType.ENTERPRISE, WANTED.fields(), Set.of());

        assertThat(Similarity.joining(nationWide, WANTED, SCALE).total()).isEqualTo(1);
        assertThat(Similarity.score(nationWide, WANTED, SCALE).total()).isEqualTo(CEILING);
        assertThat(Similarity.joining(
                                WANTED,
                                new Shape(Set.of("TAX"), SubjectType.ENTERPRISE, WANTED.fields(), Set.of("990200")),
                                SCALE)
                        .total())
                .isEqualTo(CEILING);
    }

    @Test
    void onlyNationWideCoversNationWide() {
        var nationWide = new Shape(Set.of("TAX"), SubjectType.ENTERPRISE, Set.of("a"), Set.of());

        assertThat(Similarity.score(nationWide, nationWide, SCALE).region()).isEqualTo(1);
        assertThat(Similarity.score(nationWide, WANTED, SCALE).region()).isZero();
    }

    @Test
    void nothingAskedForYetIsNothingCovered() {
        var empty = new Shape(Set.of(), null, Set.of(), Set.of());

        assertThat(Similarity.score(empty, WANTED, SCALE).total()).isZero();
    }

    private static double subject(Shape wanted, SubjectType existing) {
        return Similarity.score(wanted, new Shape(wanted.classes(), existing, Set.of("a"), Set.of()), SCALE)
                .subject();
    }

    private static double score(Shape existing) {
        return Similarity.score(WANTED, existing, SCALE).total();
    }
}
