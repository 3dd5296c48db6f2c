package org.sluice.protocol.psi.unbalanced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Run;
import org.sluice.protocol.psi.Samples;
import org.sluice.protocol.psi.TamperingChannel;
import org.sluice.protocol.psi.TamperingChannel.Damage;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.Traffic;

/** A client that keeps masks finds what a join in the clear finds, whatever the list went through meanwhile. */
class CachedListTest {

    static Stream<Lists> lists() {
        return Lists.functions().map(Lists::of);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void followsAListThroughItsVersions(Lists lists) {
        MaskedList first = lists.list(0, 40, 0);
        Masks held = visit(lists, null, first, 0, 40, IntStream.range(30, 40));

        held = visit(lists, held, first, 0, 0, IntStream.range(30, 40));
        assertThat(held.stamp()).isEqualTo(first.masks().stamp());

        MaskedList second = first.changed(lists.items(44, 47), lists.items(32, 34), Lists.CORES);
        MaskedList third = second.changed(lists.items(32, 33), lists.items(44, 46), Lists.CORES);
        // 44 and 45 came and left, 32 left and came back: one goes and one comes.
        visit(lists, held, third, 1, 1, IntStream.of(30, 31, 32, 34, 35, 36, 37, 38, 39, 46));

        held = visit(lists, held, second, 2, 3, IntStream.of(30, 31, 34, 35, 36, 37, 38, 39, 44, 45, 46));
        held = visit(lists, held, third, 2, 1, IntStream.of(30, 31, 32, 34, 35, 36, 37, 38, 39, 46));
        assertThat(held.version()).isEqualTo(2);
    }

    /** Looks 30 to 49 up, and what goes over the line is the formula's to the byte. */
    private static Masks visit(
            Lists lists, @Nullable Masks held, MaskedList list, int removed, int added, IntStream expected) {
        Run<Found, Learned> run = lists.run(lists.items(30, 50), held, list);

        Found found = run.learner().result().orElseThrow();
        assertThat(found.intersection().positions())
                .containsExactly(expected.map(number -> number - 30).toArray());
        assertThat(found.intersection().peers()).isEqualTo(list.count());
        assertThat(run.responder().result()).contains(new Answered(list.count(), 20));
        assertThat(found.masks().toBytes()).isEqualTo(list.masks().toBytes());
        assertThat(sent(run))
                .isEqualTo(lists.protocol().traffic(20, list.masks().width(), removed, added, lists.terms()));
        return found.masks();
    }

    private static Traffic sent(Run<?, ?> run) {
        return new Traffic(
                run.learnersLine().sent().bytes() - Run.CONFIRMATION,
                run.respondersLine().sent().bytes() - Run.CONFIRMATION);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void sendsTheWholeToAClientThatStayedAwayForLong(Lists lists) {
        MaskedList list = lists.list(0, 5, 7);
        Masks held = list.masks();
        for (int i = 0; i < MaskedList.STEPS; i++) {
            list = list.changed(lists.items(100 + i, 101 + i), lists.items(0, 0), Lists.CORES);
        }
        Run<Found, Learned> remembered = lists.run(lists.items(4, 5), held, list);
        assertThat(sent(remembered)).isEqualTo(lists.protocol().traffic(1, held.width(), 0, 64, lists.terms()));

        list = list.changed(lists.items(0, 0), lists.items(4, 5), Lists.CORES);
        Run<Found, Learned> forgotten = lists.run(lists.items(4, 5), held, list);
        assertThat(sent(forgotten)).isEqualTo(lists.protocol().traffic(1, held.width(), 0, 68, lists.terms()));
        assertThat(forgotten.learner().result().orElseThrow().intersection().count())
                .isZero();
        assertThat(forgotten.learner().result().orElseThrow().masks().version()).isEqualTo(72);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void goesOnFromWhatBothSidesKept(Lists lists) {
        MaskedList list = lists.list(0, 9, 3);
        Masks kept = Masks.of(list.masks().toBytes());
        MaskedList restored =
                MaskedList.of(kept, lists.function(), lists.function().key(lists.scalar()));

        visit(
                lists,
                kept,
                restored.changed(lists.items(40, 41), lists.items(0, 1), Lists.CORES),
                1,
                1,
                IntStream.of(40));
        visit(lists, kept, restored, 0, 0, IntStream.empty());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void startsWithAKeyThatWasToldOnAnotherWay(Lists lists) {
        Masks awaited = Masks.awaited(
                lists.function(), lists.key().publicKey(), lists.terms().jobSalt());

        visit(lists, awaited, lists.list(25, 33, 0), 0, 8, IntStream.range(30, 33));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void looksNothingUpAndHoldsNothing(Lists lists) {
        MaskedList empty = lists.list(0, 0, 0);
        Run<Found, Learned> nobody = lists.run(lists.items(0, 0), null, empty);
        Run<Found, Learned> nothing = lists.run(lists.items(0, 3), null, empty);

        assertThat(nobody.learner().result().orElseThrow().intersection().count())
                .isZero();
        assertThat(nothing.learner().result().orElseThrow().intersection().count())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void putsNothingOutOverAnAlteredPath(Lists lists) {
        MaskedList first = lists.list(0, 6, 0);
        MaskedList second = first.changed(lists.items(7, 10), lists.items(0, 3), Lists.CORES);
        ItemSet items = lists.items(4, 7);
        Run<Found, Learned> honest = lists.run(items, first.masks(), second);
        assertThat(honest.learner().result()).isPresent();
        for (Damage damage : Damage.values()) {
            // A last frame that comes twice is left out: nobody reads the second.
            int least = damage == Damage.DOUBLED ? 1 : 0;
            for (int frame = 0; frame < honest.learnersLine().sent().frames() - least; frame++) {
                alter(lists, items, first.masks(), second, damage, at(damage, frame), line -> line);
            }
            for (int frame = 0; frame < honest.respondersLine().sent().frames() - least; frame++) {
                alter(lists, items, first.masks(), second, damage, line -> line, at(damage, frame));
            }
        }
    }

    private static UnaryOperator<Channel> at(Damage damage, int frame) {
        return line -> new TamperingChannel(line, damage, frame);
    }

    private static void alter(
            Lists lists,
            ItemSet items,
            Masks held,
            MaskedList list,
            Damage damage,
            UnaryOperator<Channel> learnersPath,
            UnaryOperator<Channel> respondersPath) {
        boolean waits = damage == Damage.LOST || damage == Damage.SWAPPED;
        Run.of(
                        lists.protocol().learner(items, held),
                        lists.protocol().responder(list, lists.terms()),
                        waits ? Duration.ofMillis(150) : Duration.ofSeconds(30),
                        learnersPath,
                        respondersPath)
                .assertNothingLearned();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void refusesChangesThatAreNone(Lists lists) {
        MaskedList list = lists.list(0, 9, 0);
        ItemSet none = lists.items(0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> list.changed(lists.items(8, 10), none, Lists.CORES))
                .withMessage("An item to be added is on the list already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> list.changed(lists.items(8, 9), lists.items(8, 9), Lists.CORES))
                .withMessage("An item to be added is on the list already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> list.changed(none, lists.items(8, 10), Lists.CORES))
                .withMessage("An item to be removed is not on the list");
        Terms salted = new Terms(
                lists.terms().method(),
                Output.ONE_LEARNS,
                new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16},
                0,
                1000);
        ItemSet others = ItemSet.of(Samples.numbered(20, 21), salted);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> list.changed(others, none, Lists.CORES))
                .withMessage("The items are hashed under another salt than the list's");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lists.protocol().learner(others, list.masks()))
                .withMessage("The masks at hand are of another list than the terms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lists.protocol().responder(list, salted))
                .withMessage("The terms are not those of the list");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void refusesMasksThatAreTooShortAndKeysThatAreNotTheirs(Lists lists) {
        List<byte[]> many = new ArrayList<>(Samples.numbered(0, 17));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaskedList.of(lists.items(many), lists.function(), lists.key(), 6, 0, Lists.CORES))
                .withMessage("Masks of 6 bytes do not do for a list of 17 items");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lists.list(0, 1, -1))
                .withMessage("A version is 0 or more, not -1");
        MaskedList narrow = MaskedList.of(lists.items(0, 16), lists.function(), lists.key(), 6, 0, Lists.CORES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> narrow.changed(lists.items(16, 17), lists.items(0, 0), Lists.CORES))
                .withMessage("The masks are too short for a list of 17 items");
        ListKey other = lists.function().key(lists.function().draw(Lists.RANDOM));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaskedList.of(narrow.masks(), lists.function(), other))
                .withMessage("The masks were made under another key");
    }
}
