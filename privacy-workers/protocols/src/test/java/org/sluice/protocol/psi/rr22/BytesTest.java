package org.sluice.protocol.psi.rr22;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.protocol.okvs.Shape;
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.Intersection;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Run;
import org.sluice.protocol.psi.Samples;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.Traffic;
import org.sluice.protocol.psi.rr22.Rr22.Security;
import org.sluice.protocol.vole.LpnCode;
import org.sluice.protocol.vole.VoleSize;

/** The package's formulas, written down once more by hand, against what goes over the line. */
class BytesTest {

    private static final int ROWS_OF_TAGS = 4096;
    private static final int ROWS_OF_THE_VECTOR = 65_536;

    @ParameterizedTest
    @CsvSource({"1, 1", "20, 30", "9000, 3", "3, 9000", "52000, 10000", "100001, 4096"})
    void haveTheLengthsOfTheFormula(int learners, int responders) {
        for (Security security : Security.values()) {
            Rr22 technique = Parties.technique(security, LpnCode.FAST);
            Terms terms = terms(technique);
            List<Integer> learnersLengths = new ArrayList<>();
            List<Integer> respondersLengths = new ArrayList<>();

            Run<Intersection, Learned> run = Run.of(
                    Altered.noting(
                            technique.learner(ItemSet.of(Samples.numbered(0, learners), terms)), learnersLengths),
                    Altered.noting(
                            technique.responder(ItemSet.of(Samples.numbered(0, responders), terms)),
                            respondersLengths));

            assertThat(run.learner().result().orElseThrow().count()).isEqualTo(Math.min(learners, responders));
            assertThat(run.responder().result()).contains(new Answered(responders, learners));
            boolean malicious = security == Security.MALICIOUS;
            assertThat(learnersLengths).isEqualTo(learnersFrames(malicious, learners));
            assertThat(respondersLengths).isEqualTo(respondersFrames(malicious, learners, responders));
            assertThat(technique.traffic(learners, responders, terms))
                    .isEqualTo(new Traffic(sum(learnersLengths), sum(respondersLengths)));
        }
    }

    private static List<Integer> learnersFrames(boolean malicious, int learners) {
        int columns = Shape.forKeys(learners).columns();
        List<Integer> lengths = opening();
        lengths.add(1 + 33 + 32 + 16 * 256 * depth(columns) + 2048 * 257);
        lengths.add(1 + 16 + (malicious ? 32 + 16 : 0));
        if (malicious) {
            lengths.addAll(List.of(1 + 16 + 32, 1 + 16 + 32));
        }
        lengths.addAll(rows(columns, ROWS_OF_THE_VECTOR, 16));
        return lengths;
    }

    private static List<Integer> respondersFrames(boolean malicious, int learners, int responders) {
        int depth = depth(Shape.forKeys(learners).columns());
        List<Integer> lengths = opening();
        lengths.add(1 + 128 * 66 + (malicious ? 3 : 1) * 32);
        lengths.add(1 + 32 + 32 * 256 * depth + 16 * 256);
        if (malicious) {
            lengths.addAll(Collections.nCopies(3, 1 + 32));
        }
        lengths.addAll(rows(responders, ROWS_OF_TAGS, malicious ? 16 : Terms.tagLength(learners, responders)));
        return lengths;
    }

    private static List<Integer> opening() {
        return new ArrayList<>(List.of(1 + 32 + 32, 1 + 32 + 4));
    }

    /** Of a tree over 2m / 256 leaves, 32 at least. */
    private static int depth(int columns) {
        int leaves = Math.max(32, (2 * columns + 255) / 256);
        assertThat(VoleSize.of(columns, LpnCode.FAST).stretch()).isEqualTo(leaves);
        return Integer.SIZE - Integer.numberOfLeadingZeros(leaves - 1);
    }

    private static List<Integer> rows(int count, int perFrame, int width) {
        List<Integer> lengths = new ArrayList<>(Collections.nCopies(count / perFrame, 1 + perFrame * width));
        if (count % perFrame > 0) {
            lengths.add(1 + count % perFrame * width);
        }
        return lengths;
    }

    private static long sum(List<Integer> lengths) {
        return lengths.stream().mapToLong(Integer::longValue).sum();
    }

    /** Either code has as much noise; weight moves no byte. */
    @Test
    void areFewAtAMillion() {
        int million = 1 << 20;
        for (LpnCode code : List.of(LpnCode.CAREFUL, LpnCode.FAST)) {
            assertThat(bytes(Security.SEMI_HONEST, code, million)).isLessThan(32L * million);
            assertThat(bytes(Security.MALICIOUS, code, million)).isLessThan(38L * million);
        }
    }

    private static long bytes(Security security, LpnCode code, int size) {
        Rr22 technique = Parties.technique(security, code);
        Traffic traffic = technique.traffic(size, size, terms(technique));
        return traffic.learners() + traffic.responders();
    }

    private static Terms terms(Rr22 technique) {
        return new Terms(technique.method(), Parties.terms(technique).output(), new byte[16], 0, Terms.LARGEST_SET);
    }
}
