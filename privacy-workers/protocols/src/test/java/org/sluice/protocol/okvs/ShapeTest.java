package org.sluice.protocol.okvs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {

    /** Expansion and greatest gap as computed from the fit by another program. */
    @ParameterizedTest
    @CsvSource({
        "8, 1.672, 4", "10, 1.431, 3", "12, 1.319, 3", "14, 1.268, 2", "16, 1.244, 2", "18, 1.233, 2", "20, 1.227, 1",
        "24, 1.224, 1"
    })
    void followsTheFit(int log, double expansion, int gap) {
        Shape shape = Shape.of(1 << log, 1);

        assertThat(Shape.expansion(1 << log, 40)).isCloseTo(expansion, within(0.001));
        assertThat(shape.dense()).isEqualTo(gap + 40);
        assertThat(shape.sparse()).isEqualTo((int) Math.ceil(Shape.expansion(1 << log, 40) * (1 << log)));
    }

    /** Capacity and columns a key, again by another program; there every bin had 40 dense columns and no gap. */
    @ParameterizedTest
    @CsvSource({
        "18, 16, 17312, 1.344",
        "18, 4, 67145, 1.275",
        "18, 1, 262144, 1.233",
        "20, 64, 17359, 1.350",
        "20, 16, 67384, 1.281",
        "20, 4, 265358, 1.248",
        "24, 1024, 17412, 1.358",
        "24, 256, 67534, 1.285",
        "24, 64, 266017, 1.252"
    })
    void padsBinsToTheirGreatestLoad(int log, int bins, int capacity, double columnsPerKey) {
        Shape shape = Shape.of(1 << log, bins);

        assertThat(shape.capacity()).isEqualTo(capacity);
        assertThat((double) shape.columns() / (1 << log)).isCloseTo(columnsPerKey, within(0.002));
    }

    @Test
    void takesBinsOfTwoToTheSixteen() {
        assertThat(Shape.forKeys(1).bins()).isEqualTo(1);
        assertThat(Shape.forKeys(98_303).bins()).isEqualTo(1);
        assertThat(Shape.forKeys(98_304).bins()).isEqualTo(2);
        assertThat(Shape.forKeys(1 << 20).bins()).isEqualTo(16);
        assertThat(Shape.forKeys(1 << 24).bins()).isEqualTo(256);
    }

    @Test
    void givesEverySizeEnoughDenseColumns() {
        for (int keys = 1; keys < 200_000; keys += 1 + keys / 7) {
            Shape shape = Shape.forKeys(keys);
            assertThat(shape.dense()).isBetween(41, 63);
            assertThat(shape.sparse()).isGreaterThanOrEqualTo(shape.capacity());
        }
    }

    @Test
    void refusesAStoreForNothing() {
        assertThatThrownBy(() -> Shape.forKeys(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
