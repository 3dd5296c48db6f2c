package org.sluice.protocol.psi.unbalanced;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.conscrypt.OpenSSLProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.protocol.group.PlatformP256;
import org.sluice.protocol.psi.ChangedParty;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Run;

/** What a peer itself sends wrong: the transcripts agree, so the protocol has to notice, where it can. */
class MisbehavingPeerTest {

    private static final int HELD = 2;
    private static final int ANNOUNCED = 2;
    private static final int ADDED = 3;
    private static final int BLINDED = 3;
    private static final int EVALUATED = 6;

    private static final int VERSION = 1;
    private static final int DIGEST = 9;
    private static final int WHOLE = 41;
    private static final int WIDTH = 42;
    private static final int REMOVED_COUNT = 43;
    private static final int ADDED_COUNT = 47;
    private static final int PUBLIC_KEY = 51;

    static Stream<Lists> lists() {
        return Lists.functions().map(Lists::of);
    }

    /** Three items looked up among five by a client without masks; two rows a frame. */
    private static Run<Found, Learned> server(Lists lists, int frame, UnaryOperator<byte[]> change) {
        return Run.of(
                lists.protocol().learner(lists.items(3, 6), null),
                ChangedParty.of(lists.protocol().responder(lists.list(0, 5, 4), lists.terms()), frame, change));
    }

    private static void assertServerRefused(Lists lists, int frame, UnaryOperator<byte[]> change, String message) {
        Run<Found, Learned> run = server(lists, frame, change);
        run.assertNothingLearned();
        assertSaid(run.learner(), message);
    }

    private static void assertClientRefused(Lists lists, UnaryOperator<byte[]> change, String message) {
        Run<Found, Learned> run = Run.of(
                ChangedParty.of(lists.protocol().learner(lists.items(3, 6), null), BLINDED, change),
                lists.protocol().responder(lists.list(0, 5, 4), lists.terms()));
        run.assertNobodyLearned();
        assertSaid(run.responder(), message);
    }

    private static void assertListRefused(
            Lists lists, ItemSet items, @Nullable Masks held, MaskedList list, String message) {
        Run<Found, Learned> run = lists.run(items, held, list);
        run.assertNothingLearned();
        assertSaid(run.learner(), message);
    }

    private static void assertSaid(Run.End<?> end, String message) {
        assertThat(end.isMisbehaviour()).isTrue();
        assertThat(end.failure().orElseThrow()).hasMessageContaining(message);
    }

    private static UnaryOperator<byte[]> with(int index, int value) {
        return frame -> {
            frame[index] = (byte) value;
            return frame;
        };
    }

    private static UnaryOperator<byte[]> flipped(int index) {
        return frame -> {
            frame[index] ^= 1;
            return frame;
        };
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListUnderAnotherKeyIsNoticed(Lists lists) {
        Lists renewed = Lists.of(lists.function());
        String message = "The list's key is another one than that of the masks at hand";

        assertListRefused(lists, lists.items(3, 6), lists.list(0, 5, 4).masks(), renewed.list(0, 5, 5), message);
        Masks awaited = Masks.awaited(
                lists.function(), lists.key().publicKey(), lists.terms().jobSalt());
        assertListRefused(lists, lists.items(3, 6), awaited, renewed.list(0, 5, 5), message);
        // Who wants to follow to the new key starts without masks.
        assertThat(lists.run(lists.items(3, 6), null, renewed.list(0, 5, 5))
                        .learner()
                        .result())
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void anOlderVersionAndAnotherListOfTheSameAreNoticed(Lists lists) {
        Masks held = lists.list(0, 5, 4).masks();

        assertListRefused(
                lists,
                lists.items(3, 6),
                held,
                lists.list(0, 6, 3),
                "The peer announces an older version than that of the masks at hand");
        assertListRefused(
                lists,
                lists.items(3, 6),
                held,
                lists.list(0, 6, 4),
                "The peer announces another list of the same version");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void numbersOutOfRangeAreNoticed(Lists lists) {
        String range = "A number of an announcement is out of its range";
        for (int at : new int[] {VERSION, REMOVED_COUNT, ADDED_COUNT}) {
            assertServerRefused(lists, ANNOUNCED, with(at, 0x80), range);
        }
        for (int width : new int[] {0, 17, 0x88}) {
            assertServerRefused(lists, ANNOUNCED, with(WIDTH, width), range);
        }
        assertServerRefused(
                lists, ANNOUNCED, with(WHOLE, 2), "An announcement is neither of a whole list nor of changes");
        assertServerRefused(
                lists, ANNOUNCED, with(WHOLE, 0), "The peer announces changes to masks that this party does not hold");
        String count = "The announced masks are not as many as the peer's items";
        assertServerRefused(lists, ANNOUNCED, with(ADDED_COUNT + 3, 6), count);
        assertServerRefused(lists, ANNOUNCED, with(ADDED_COUNT, 0x7f), count);
        assertServerRefused(lists, ANNOUNCED, with(REMOVED_COUNT + 3, 1), count);
        assertServerRefused(
                lists, ANNOUNCED, with(WIDTH, 5), "Masks of 5 bytes are too short for sets of 3 and 5 items");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void masksThatAreNotThoseAnnouncedAreNoticed(Lists lists) {
        String others = "The masks received are not those that the peer announced";
        assertServerRefused(lists, ADDED + 2, flipped(8), others);
        assertServerRefused(lists, ANNOUNCED, flipped(DIGEST), others);
        assertServerRefused(lists, ANNOUNCED, flipped(VERSION + 7), others);
        assertServerRefused(lists, ANNOUNCED, flipped(PUBLIC_KEY + 5), others);
        assertServerRefused(
                lists,
                ADDED,
                frame -> {
                    System.arraycopy(frame, 1, frame, 9, 8);
                    return frame;
                },
                "Masks received do not ascend, or one stands twice");
        assertServerRefused(
                lists,
                ADDED,
                frame -> {
                    byte[] swapped = frame.clone();
                    System.arraycopy(frame, 1, swapped, 9, 8);
                    System.arraycopy(frame, 9, swapped, 1, 8);
                    return swapped;
                },
                "Masks received do not ascend, or one stands twice");
        assertServerRefused(
                lists, ADDED, frame -> Arrays.copyOf(frame, 9), "A frame of kind ADDED holds 8 bytes instead of 16");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void changesThatDoNotLeadToTheListAreNoticed(Lists lists) {
        MaskedList first = lists.list(0, 5, 4);
        MaskedList second = first.changed(lists.items(5, 6), lists.items(0, 1), Lists.CORES);
        for (int frame : new int[] {ANNOUNCED + 1, ANNOUNCED + 2}) {
            Run<Found, Learned> run = Run.of(
                    lists.protocol().learner(lists.items(3, 6), first.masks()),
                    ChangedParty.of(lists.protocol().responder(second, lists.terms()), frame, flipped(8)));
            run.assertNothingLearned();
            assertSaid(run.learner(), "The masks received are not those that the peer announced");
        }
        Run<Found, Learned> other = Run.of(
                lists.protocol().learner(lists.items(3, 6), first.masks()),
                ChangedParty.of(lists.protocol().responder(second, lists.terms()), ANNOUNCED, with(WIDTH, 9)));
        other.assertNothingLearned();
        assertSaid(other.learner(), "The peer announces changes to masks of another width");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void malformedElementsAndOtherFramesAreNoticed(Lists lists) {
        int element = lists.function().elementLength();
        int proof = lists.function().proofLength();
        UnaryOperator<byte[]> zeros = frame -> {
            Arrays.fill(frame, 1, 1 + element, (byte) 0);
            return frame;
        };
        UnaryOperator<byte[]> unreduced = frame -> {
            Arrays.fill(frame, 1 + element - 32, 1 + element, (byte) 0xff);
            return frame;
        };
        for (UnaryOperator<byte[]> change : List.of(zeros, unreduced)) {
            assertServerRefused(lists, EVALUATED, change, "");
            assertClientRefused(lists, change, "");
        }
        assertServerRefused(
                lists,
                EVALUATED,
                frame -> Arrays.copyOf(frame, frame.length - 1),
                "A frame of kind EVALUATED holds " + (2 * element + proof - 1) + " bytes instead of "
                        + (2 * element + proof));
        assertServerRefused(lists, EVALUATED, with(0, 25), "Another frame came where one of kind EVALUATED was due");
        // More than were announced are not evaluated.
        assertClientRefused(
                lists,
                frame -> Arrays.copyOf(frame, 1 + 3 * element),
                "A frame of kind BLINDED holds " + 3 * element + " bytes instead of " + 2 * element);
    }

    /** A client may lie about what it holds: it gets masks that it cannot use, and nothing else. */
    @ParameterizedTest
    @MethodSource("lists")
    void aClientThatClaimsMasksItHasNotGetsNothingMore(Lists lists) {
        MaskedList list = lists.list(0, 5, 4);
        Run<Found, Learned> run = Run.of(
                ChangedParty.of(lists.protocol().learner(lists.items(3, 6), null), HELD, frame -> {
                    System.arraycopy(list.masks().stamp().bytes(), 0, frame, 1, Masks.Stamp.LENGTH);
                    return frame;
                }),
                lists.protocol().responder(list, lists.terms()));

        run.assertNothingLearned();
        assertSaid(run.learner(), "The peer announces changes to masks that this party does not hold");
    }

    /** The masks are those of the public key, and items are evaluated under another one. */
    private static Run<Found, Learned> evaluatedUnderAnotherKey(Lists lists, @Nullable Masks held) {
        ListKey other = Lists.of(lists.function()).key();
        ListKey mixed = new ListKey(other.evaluator(), lists.key().publicKey(), () -> {});
        MaskedList list = MaskedList.of(lists.list(0, 5, 4).masks(), lists.function(), mixed);
        return lists.run(lists.items(3, 6), held, list);
    }

    @Test
    void evaluationUnderAnotherKeyIsNoticedByItsProof() {
        Lists lists = Lists.of(new VerifiableFunction(new PlatformP256(new OpenSSLProvider())));
        for (Masks held : new Masks[] {null, lists.list(0, 5, 4).masks()}) {
            Run<Found, Learned> run = evaluatedUnderAnotherKey(lists, held);
            run.assertNothingLearned();
            assertSaid(run.learner(), "The proof that one key evaluated all elements does not hold");
        }
    }

    @Test
    void elementsInAnotherOrderAndAnotherProofAreNoticed() {
        Lists lists = Lists.of(new VerifiableFunction(new PlatformP256(new OpenSSLProvider())));
        String message = "The proof that one key evaluated all elements does not hold";
        assertServerRefused(
                lists,
                EVALUATED,
                frame -> {
                    byte[] swapped = frame.clone();
                    System.arraycopy(frame, 1, swapped, 34, 33);
                    System.arraycopy(frame, 34, swapped, 1, 33);
                    return swapped;
                },
                message);
        assertServerRefused(lists, EVALUATED, flipped(1 + 2 * 33 + 31), message);
        assertServerRefused(lists, EVALUATED, flipped(1 + 2 * 33 + 63), message);
    }

    /** What the twin cannot notice: its guarantee is that the result stays inside one's own set. */
    @Test
    void theTwinDoesNotNoticeAnotherKeyAndFindsNothing() {
        Lists lists = Lists.of(Lists.functions().findFirst().orElseThrow());
        Run<Found, Learned> run = evaluatedUnderAnotherKey(lists, null);

        assertThat(run.learner().result().orElseThrow().intersection().positions())
                .isEmpty();
    }
}
