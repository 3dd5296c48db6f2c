package org.sluice.protocol.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.sluice.protocol.hidden.Lists.CORES;
import static org.sluice.protocol.hidden.Lists.KEY;
import static org.sluice.protocol.hidden.Lists.RANDOM;
import static org.sluice.protocol.hidden.Lists.ask;
import static org.sluice.protocol.hidden.Lists.id;
import static org.sluice.protocol.hidden.Lists.reader;
import static org.sluice.protocol.hidden.Lists.unlimited;
import static org.sluice.protocol.hidden.Lists.value;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.oprf.Mode;
import org.sluice.protocol.oprf.OprfKey;

/** What is in the list opens, what is not does not, and the server cannot tell which it was. */
class HiddenQueryTest {

    private static final int COUNT = 700;
    private static final HiddenList LIST = Lists.list(COUNT);
    private static final int BINS = 36;

    @Test
    void everyIdentifierOfTheListOpensItsValue() {
        Reader reader = reader(LIST);
        for (int from = 0; from < COUNT; from += 64) {
            int to = Math.min(from + 64, COUNT);
            List<Optional<byte[]>> values = ask(
                    reader, LIST, IntStream.range(from, to).mapToObj(Lists::id).toArray(byte[][]::new));
            assertThat(values).hasSize(to - from);
            for (int i = from; i < to; i++) {
                assertThat(values.get(i - from)).hasValue(value(i));
            }
        }
    }

    @Test
    void noOtherIdentifierOpensAnything() {
        Reader reader = reader(LIST);
        List<Optional<byte[]>> values = ask(
                reader,
                LIST,
                IntStream.range(COUNT, COUNT + 64).mapToObj(Lists::id).toArray(byte[][]::new));
        assertThat(values).hasSize(64).allMatch(Optional::isEmpty);
        assertThat(ask(LIST, new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 21, 22})
    void listsOfAnySizeAnswer(int count) {
        HiddenList list = Lists.list(count);
        assertThat(list.records()).isEqualTo(count);
        Reader reader = reader(list);
        for (int i = 0; i < count; i++) {
            assertThat(ask(reader, list, id(i)).get(0)).hasValue(value(i));
        }
        assertThat(ask(reader, list, id(count)).get(0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 9, 64})
    void lengthsFollowFromTheSizeOfTheBatchAlone(int keys) {
        int batch = keys == 1 ? 1 : keys <= 8 ? 8 : 64;
        for (int first : new int[] {0, COUNT}) {
            Meter meter = unlimited();
            Inquiry inquiry = reader(LIST)
                    .ask(IntStream.range(first, first + keys)
                            .mapToObj(Lists::id)
                            .toList());
            assertThat(inquiry.evaluation()).hasSize(8 + 33 * batch);
            byte[] evaluated = LIST.evaluate(inquiry.evaluation(), meter, RANDOM, CORES);
            assertThat(evaluated).hasSize(8 + 33 * batch + 64);
            byte[] retrieval = inquiry.retrieval(evaluated);
            assertThat(retrieval).hasSize(8 + 4 * BINS * batch);
            byte[] answer = LIST.answer(retrieval, meter, CORES);
            assertThat(answer).hasSize(8 + 8448 * batch);
            assertThat(inquiry.open(answer)).hasSize(keys);
            assertThat(meter.evaluations()).isEqualTo(batch);
            assertThat(meter.retrievals()).isEqualTo(batch);
        }
    }

    @Test
    void aPublicationIsTheSameForAllAndHasTheLengthThatIsSaid() {
        byte[] bytes = LIST.publication().toBytes();
        int map = LIST.publication().choices().size();
        assertThat(bytes).hasSize(66 + (map + 7) / 8 + 52 + 10_813_440);
        Publication read = Publication.of(bytes);
        assertThat(read.digest()).isEqualTo(LIST.publication().digest());
        assertThat(read.version()).isEqualTo(7);
        for (int i : new int[] {20, 40, 60, 70, bytes.length - 1}) {
            byte[] altered = bytes.clone();
            altered[i] ^= 1;
            assertThat(digestOf(altered)).as("byte %d", i).isNotEqualTo(read.digest());
        }
        for (byte[] broken : new byte[][] {new byte[53], Arrays.copyOf(bytes, bytes.length - 1)}) {
            assertThatExceptionOfType(Misbehaviour.class).isThrownBy(() -> Publication.of(broken));
        }
    }

    private static byte[] digestOf(byte[] publication) {
        try {
            return Publication.of(publication).digest();
        } catch (Misbehaviour refused) {
            return new byte[0];
        }
    }

    @Test
    void anIdentifierThatWasNotEvaluatedDoesNotOpenFromItsBin() {
        byte[] wanted = KEY.evaluator().outputs(List.of(id(5)), CORES).row(0);
        RecordCipher cipher = LIST.publication().cipher();
        Place place = cipher.place(wanted);
        byte[] bin = LIST.table().column(LIST.publication().bin(place));
        assertThat(Slots.open(bin, place, wanted, cipher)).hasValue(value(5));
        for (int other : new int[] {6, COUNT}) {
            byte[] output = KEY.evaluator().outputs(List.of(id(other)), CORES).row(0);
            assertThat(Slots.open(bin, place, output, cipher)).isEmpty();
        }
        byte[] stranger = OprfKey.random(Mode.VOPRF, RANDOM)
                .evaluator()
                .outputs(List.of(id(5)), CORES)
                .row(0);
        assertThat(Slots.open(bin, place, stranger, cipher)).isEmpty();
    }

    @Test
    void aRecordThatWasTamperedWithIsNotFoundAndNothingElseHappens() {
        byte[] output = KEY.evaluator().outputs(List.of(id(64)), CORES).row(0);
        Place place = LIST.publication().cipher().place(output);
        byte[] bin = LIST.table().column(LIST.publication().bin(place));
        int from = 0;
        while (ByteBuffer.wrap(bin).getLong(from) != place.tag()) {
            from += Layout.RECORD;
        }
        for (int i = 0; i < Layout.RECORD; i++) {
            byte[] altered = bin.clone();
            altered[from + i] ^= 1;
            assertThat(Slots.open(altered, place, output, LIST.publication().cipher()))
                    .as("byte %d", i)
                    .isEmpty();
        }
    }

    @Test
    void anAnswerThatDecodesWronglyIsNotFound() {
        Inquiry inquiry = reader(LIST).ask(List.of(id(3)));
        byte[] evaluated = LIST.evaluate(inquiry.evaluation(), unlimited(), RANDOM, CORES);
        byte[] answer = LIST.answer(inquiry.retrieval(evaluated), unlimited(), CORES);
        for (int word = 8; word < answer.length; word += 4) {
            answer[word + 3] += (byte) 1; // little-endian: a whole step of 2^24, far beyond what an error may reach
        }
        assertThat(inquiry.open(answer).get(0)).isEmpty();
    }

    @Test
    void aFailureOfDecryptionInOneByteIsNotFound() {
        Inquiry inquiry = reader(LIST).ask(List.of(id(3), id(4)));
        byte[] evaluated = LIST.evaluate(inquiry.evaluation(), unlimited(), RANDOM, CORES);
        byte[] answer = LIST.answer(inquiry.retrieval(evaluated), unlimited(), CORES);
        byte[] output = KEY.evaluator().outputs(List.of(id(3)), CORES).row(0);
        Place place = LIST.publication().cipher().place(output);
        byte[] bin = LIST.table().column(LIST.publication().bin(place));
        int row = Layout.TAG + Layout.VERSION;
        while (ByteBuffer.wrap(bin).getLong(row - Layout.TAG - Layout.VERSION) != place.tag()) {
            row += Layout.RECORD;
        }
        ByteBuffer words = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN);
        int at = 8 + 4 * row;
        words.putInt(
                at, words.getInt(at) + (1 << 23) + (1 << 16)); // half a step, and more than this small table errs by
        assertThat(inquiry.open(answer)).satisfies(values -> {
            assertThat(values.get(0)).isEmpty();
            assertThat(values.get(1)).hasValue(value(4));
        });
    }

    @Test
    void aWrongEvaluationIsMisbehaviour() {
        Inquiry inquiry = reader(LIST).ask(List.of(id(3)));
        HiddenList stranger = HiddenList.of(Lists.of(COUNT), OprfKey.random(Mode.VOPRF, RANDOM), 7, RANDOM, CORES);
        byte[] evaluated = stranger.evaluate(inquiry.evaluation(), unlimited(), RANDOM, CORES);
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> inquiry.retrieval(evaluated))
                .withMessageContaining("does not hold");
    }

    @Test
    void otherLengthsAreMisbehaviour() {
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> LIST.evaluate(new byte[7], unlimited(), RANDOM, CORES));
        byte[] two = Versioned.message(7, new byte[66]);
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> LIST.evaluate(two, unlimited(), RANDOM, CORES))
                .withMessage("A request for evaluation is not for 1, 8 or 64 keys");
        byte[] most = Versioned.message(7, new byte[4 * BINS * 9]);
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> LIST.answer(most, unlimited(), CORES))
                .withMessage("A request for retrieval is not for 1, 8 or 64 keys");
        Inquiry inquiry = reader(LIST).ask(List.of(id(3)));
        byte[] evaluated = LIST.evaluate(inquiry.evaluation(), unlimited(), RANDOM, CORES);
        assertThatIllegalStateException().isThrownBy(() -> inquiry.open(new byte[8 + 8448]));
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> inquiry.retrieval(Arrays.copyOf(evaluated, 104)));
        byte[] retrieval = inquiry.retrieval(evaluated);
        byte[] answer = LIST.answer(retrieval, unlimited(), CORES);
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> inquiry.open(Arrays.copyOf(answer, answer.length + 4)));
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> inquiry.open(Versioned.message(8, Versioned.content(answer))));
        assertThat(inquiry.open(answer).get(0)).hasValue(value(3));
    }

    @Test
    void aSpentMeterStopsBeforeAnythingIsComputed() {
        Meter meter = new Meter(9, 1);
        Reader reader = reader(LIST);
        Inquiry first = reader.ask(List.of(id(1)));
        byte[] retrieval = first.retrieval(LIST.evaluate(first.evaluation(), meter, RANDOM, CORES));
        LIST.answer(retrieval, meter, CORES);
        assertThatExceptionOfType(Meter.Spent.class)
                .isThrownBy(() -> LIST.answer(retrieval, meter, CORES))
                .withMessage("No more retrievals: the limit is 1");
        byte[] eight = reader.ask(List.of(id(1), id(2))).evaluation();
        LIST.evaluate(eight, meter, RANDOM, CORES);
        assertThatExceptionOfType(Meter.Spent.class)
                .isThrownBy(() -> LIST.evaluate(first.evaluation(), meter, RANDOM, CORES))
                .withMessage("No more evaluations: the limit is 9");
        assertThat(meter.evaluations()).isEqualTo(9);
        assertThat(meter.retrievals()).isEqualTo(1);
    }

    @Test
    void queriesThatWerePreparedAreUsedOnce() {
        Reader reader = reader(LIST);
        reader.prepare(3);
        assertThat(reader.ready()).isEqualTo(3);
        assertThat(ask(reader, LIST, id(9)).get(0)).hasValue(value(9));
        assertThat(ask(reader, LIST, id(9)).get(0)).hasValue(value(9));
        assertThat(reader.ready()).isEqualTo(1);
    }

    @Test
    void whatCannotBeAListOrAnInquiryIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> reader(LIST).ask(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> reader(LIST).ask(Collections.nCopies(65, id(1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HiddenList.of(Lists.of(1), OprfKey.random(Mode.OPRF, RANDOM), 7, RANDOM, CORES));
        Entries twice = new Entries() {
            @Override
            public int count() {
                return 2;
            }

            @Override
            public byte[] id(int index) {
                return Lists.id(1);
            }

            @Override
            public byte[] value(int index) {
                return Lists.value(index);
            }
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HiddenList.of(twice, KEY, 7, RANDOM, CORES))
                .withMessage("An identifier occurs twice in the list");
    }
}
