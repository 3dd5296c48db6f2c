package org.sluice.protocol.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.protocol.block.BitMatrix.Lines;

class BitMatrixTest {

    private static final int OFFSET = 3;

    @ParameterizedTest
    @CsvSource({"64, 64, 0", "128, 64, 5", "64, 192, 1", "448, 640, 64"})
    void transposesAsBitByBit(int lines, int bits, int gap) {
        int stride = bits / 8 + gap;
        int targetStride = lines / 8 + 2 * gap;
        byte[] source = new byte[OFFSET + lines * stride];
        new Random(lines).nextBytes(source);
        byte[] target = new byte[OFFSET + bits * targetStride];

        BitMatrix.transpose(new Lines(source, OFFSET, stride), lines, bits, new Lines(target, OFFSET, targetStride));

        assertThat(target).isEqualTo(bitByBit(source, lines, bits, stride, targetStride));
    }

    private static byte[] bitByBit(byte[] source, int lines, int bits, int stride, int targetStride) {
        byte[] target = new byte[OFFSET + bits * targetStride];
        for (int line = 0; line < lines; line++) {
            for (int bit = 0; bit < bits; bit++) {
                int value = Blocks.bit(source, (OFFSET + line * stride) * 8 + bit);
                target[OFFSET + bit * targetStride + line / 8] |= (byte) (value << line % 8);
            }
        }
        return target;
    }

    @Test
    void refusesWhatIsNotMadeOfSquares() {
        Lines lines = new Lines(new byte[1024], 0, 8);
        assertThatThrownBy(() -> BitMatrix.transpose(lines, 65, 64, lines))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BitMatrix.transpose(lines, 64, 8, lines)).isInstanceOf(IllegalArgumentException.class);
    }
}
