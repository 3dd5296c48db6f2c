package org.sluice.protocol.psi.kkrt;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.protocol.Cores;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.Intersection;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Run;
import org.sluice.protocol.psi.Samples;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.Traffic;

class KkrtTest {

    private final SecureRandom random = new SecureRandom();
    private final Kkrt protocol = new Kkrt(new Cores(ForkJoinPool.commonPool(), 1), random);
    private final Terms terms = new Terms(protocol.method(), Output.ONE_LEARNS, new byte[16], 0, Terms.LARGEST_SET);

    /** Several chunks of bins, several frames of tags, and threads that share them. */
    @Test
    void findsTheCommonOnesOfSetsOfManyChunks() {
        Run<Intersection, Learned> run = Run.of(
                protocol.learner(ItemSet.of(Samples.numbered(0, 50_000), terms)),
                protocol.responder(ItemSet.of(Samples.numbered(20_000, 90_000), terms)));

        assertThat(run.learner().result().map(Intersection::positions))
                .contains(IntStream.range(20_000, 50_000).toArray());
        assertThat(run.responder().result()).contains(new Answered(70_000, 50_000));
        assertThat(new Traffic(
                        run.learnersLine().sent().bytes() - Run.CONFIRMATION,
                        run.respondersLine().sent().bytes() - Run.CONFIRMATION))
                .isEqualTo(protocol.traffic(50_000, 70_000, terms));
    }

    @Test
    void movesLessThan104BytesAnElement() {
        Traffic traffic = protocol.traffic(1 << 20, 1 << 20, terms);

        assertThat((traffic.learners() + traffic.responders()) / (double) (1 << 20))
                .isLessThan(104);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 1024, 1025, 5000})
    void ordersAtRandom(int count) {
        byte[] seed = Permutation.seed(random);
        int[] order = Permutation.of(count, seed);

        assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, count).toArray());
        assertThat(Permutation.of(count, seed)).isEqualTo(order);
        if (count > 1000) {
            assertThat(Permutation.of(count, Permutation.seed(random))).isNotEqualTo(order);
        }
    }

    /** All six orders of three come, each about a sixth of the time: 200 is 14 standard deviations away. */
    @Test
    void prefersNoOrder() {
        int[] seen = new int[9];
        for (int i = 0; i < 3000; i++) {
            int[] order = Permutation.of(3, Permutation.seed(random));
            seen[3 * order[0] + order[1]]++;
        }

        assertThat(Arrays.stream(seen).filter(times -> times > 0)).hasSize(6).allMatch(times -> times > 200);
    }

    /** An item whose two bins are one has two tags all the same. */
    @Test
    void tellsChoicesAndBinsAndTermsApart() {
        byte[] rows = new byte[Code.LENGTH];
        Terms others = new Terms(protocol.method(), Output.BOTH_LEARN, new byte[16], 0, Terms.LARGEST_SET);
        Set<Long> tags = new HashSet<>();
        for (Terms each : new Terms[] {terms, others}) {
            TagHash hash = new TagHash(each, 8);
            for (int bin : new int[] {0, 1, 256, 1 << 16, 1 << 24}) {
                for (int choice = 0; choice < Bins.CHOICES; choice++) {
                    byte[] tag = new byte[8];
                    hash.tag(bin, choice, rows, 0, tag, 0);
                    tags.add(Blocks.get(tag, 0));
                }
            }
        }

        assertThat(tags).hasSize(2 * 5 * Bins.CHOICES);
    }

    /** Words of random items are 128 or more places apart, or else one item's tag could stand for another. */
    @Test
    void keepsWordsFarApart() {
        byte[] keys = new byte[Code.KEYS];
        random.nextBytes(keys);
        int blocks = 2000;
        byte[] items = new byte[blocks * Blocks.LENGTH];
        random.nextBytes(items);
        byte[] words = new byte[4 * items.length];
        new Code(keys).encode(items, words, 0, items.length, blocks);

        int least = Code.WIDTH;
        for (int i = 1; i < blocks; i++) {
            int distance = 0;
            for (int piece = 0; piece < Code.PIECES; piece++) {
                int at = Code.offset(piece, items.length);
                distance += Long.bitCount(Blocks.get(words, at) ^ Blocks.get(words, i * Blocks.LENGTH + at));
            }
            least = Math.min(least, distance);
        }
        assertThat(least).isBetween(128, Code.WIDTH / 2);
    }
}
