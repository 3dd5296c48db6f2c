package org.sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sluice.intake.Similarity.Shape;
import org.sluice.intake.Similarity.Weights;
import org.sluice.process.intake.SubjectType;

class SimilarityTest {

    private static final Weights WEIGHTS = new Weights(0.2, 0.1, 0.6, 0.1);
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
                .isCloseTo(0.55, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void anotherRegionAndOtherSubjectsCountNothing() {
        assertThat(score(new Shape(Set.of("TAX"), SubjectType.PERSON, Set.of("a", "b", "c", "d"), Set.of("990200"))))
                .isCloseTo(0.8, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void onlyNationWideCoversNationWide() {
        var nationWide = new Shape(Set.of("TAX"), SubjectType.ENTERPRISE, Set.of("a"), Set.of());

        assertThat(Similarity.score(nationWide, nationWide, WEIGHTS).region()).isEqualTo(1);
        assertThat(Similarity.score(nationWide, WANTED, WEIGHTS).region()).isZero();
    }

    @Test
    void nothingAskedForYetIsNothingCovered() {
        var empty = new Shape(Set.of(), null, Set.of(), Set.of());

        assertThat(Similarity.score(empty, WANTED, WEIGHTS).total()).isZero();
    }

    private static double score(Shape existing) {
        return Similarity.score(WANTED, existing, WEIGHTS).total();
    }
}
