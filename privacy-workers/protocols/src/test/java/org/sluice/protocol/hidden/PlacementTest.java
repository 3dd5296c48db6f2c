package org.sluice.protocol.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sluice.protocol.hidden.Lists.CORES;
import static org.sluice.protocol.hidden.Lists.KEY;
import static org.sluice.protocol.hidden.Lists.RANDOM;
import static org.sluice.protocol.hidden.Lists.ask;
import static org.sluice.protocol.hidden.Lists.id;
import static org.sluice.protocol.hidden.Lists.reader;
import static org.sluice.protocol.hidden.Lists.value;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.protocol.Column;
import org.sluice.protocol.Misbehaviour;

/** Bins by two choices and the map that tells them, with failures planted. */
class PlacementTest {

    private final Random random = new Random(11);

    private Column places(int count) {
        byte[] places = new byte[count * Place.LENGTH];
        random.nextBytes(places);
        return Column.owning(places, Place.LENGTH);
    }

    @Test
    void everyRecordStandsAloneInOneOfItsTwoBins() {
        Layout layout = Layout.holding(5000);
        assertThat(layout.bins()).isEqualTo(240);
        Column places = places(5000);
        Bins bins = Bins.assign(places, layout).orElseThrow();
        int[] records = bins.recordsBySlot();
        assertThat(Arrays.stream(records).filter(record -> record >= 0).distinct())
                .hasSize(5000);
        for (int slot = 0; slot < records.length; slot++) {
            int record = records[slot];
            if (record >= 0) {
                Place place = Place.at(places, record);
                int bin = bins.seconds().get(record) ? layout.second(place) : layout.first(place);
                assertThat(slot / Layout.SLOTS).isEqualTo(bin);
                assertThat(layout.first(place)).isNotEqualTo(layout.second(place));
            }
        }
    }

    @Test
    void fortyNineRecordsOfTheSameTwoBinsOverflow() {
        byte[] same = new byte[49 * Place.LENGTH];
        for (int i = 0; i < 49; i++) {
            ByteBuffer.wrap(same).putLong(i * Place.LENGTH, i);
        }
        Layout layout = new Layout(8);
        assertThat(Bins.assign(Column.of(same, Place.LENGTH), layout)).isEmpty();
        assertThat(Bins.assign(Column.of(Arrays.copyOf(same, 48 * Place.LENGTH), Place.LENGTH), layout))
                .isPresent();
    }

    @Test
    void anOverflowLeadsToAnotherSalt() {
        // With every slot in use two salts of three overflow some bin: ten lists in a row would not stand on first
        // tries.
        for (int lists = 0; lists < 10; lists++) {
            HiddenList list = new ListBuilder(KEY, 7, RANDOM, CORES).build(Lists.of(96), new Layout(4));
            assertThat(list.records()).isEqualTo(96);
            assertThat(ask(reader(list), list, id(95)).get(0)).hasValue(value(95));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ListBuilder(KEY, 7, RANDOM, CORES).build(Lists.of(97), new Layout(4)))
                .withMessage("The list does not fit into 4 bins");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 10, 1000, 100_000})
    void theMapGivesEveryKeyItsBit(int count) {
        long[] keys = random.longs(count).toArray();
        BitSet bits = new BitSet();
        for (int i = 0; i < count; i++) {
            bits.set(i, random.nextBoolean());
        }
        ChoiceMap map = someMap(keys, bits);
        ChoiceMap read = ChoiceMap.of(ByteBuffer.wrap(map.toBytes()));
        for (int i = 0; i < count; i++) {
            assertThat(read.get(keys[i])).isEqualTo(bits.get(i));
        }
        assertThat(read).isEqualTo(map);
        if (count == 100_000) {
            assertThat(map.size()).isBetween(113_000, 125_000);
        }
    }

    private ChoiceMap someMap(long[] keys, BitSet bits) {
        for (int i = 0; i < 100; i++) {
            Optional<ChoiceMap> map = Peeling.map(keys, bits, random.nextLong());
            if (map.isPresent()) {
                return map.get();
            }
        }
        throw new AssertionError("No map of " + keys.length + " keys");
    }

    @Test
    void equalKeysAreAKnot() {
        assertThat(Peeling.map(new long[] {5, 7, 5}, new BitSet(), 1)).isEmpty();
    }

    @Test
    void mapsOfImpossibleSizesAreMisbehaviour() {
        byte[] bytes = someMap(random.longs(50).toArray(), new BitSet()).toBytes();
        byte[][] broken = {
            new byte[12],
            Arrays.copyOf(bytes, bytes.length - 1),
            with(bytes, 8, 19),
            with(bytes, 8, -1),
            with(bytes, 9, -1),
            with(bytes, 9, 127)
        };
        for (byte[] one : broken) {
            assertThatExceptionOfType(Misbehaviour.class).isThrownBy(() -> ChoiceMap.of(ByteBuffer.wrap(one)));
        }
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] altered = bytes.clone();
        altered[at] = (byte) value;
        return altered;
    }

    @Test
    void valuesOfEveryLengthComeBack() {
        RecordCipher cipher = new RecordCipher(new byte[16]);
        byte[] output = new byte[32];
        for (int length = 0; length <= 64; length++) {
            for (int last : new int[] {0, 0x80, 0xff}) {
                byte[] value = new byte[length];
                if (length > 0) {
                    value[length - 1] = (byte) last;
                }
                assertThat(cipher.open(output, cipher.seal(output, 1, 2, value)))
                        .hasValue(value);
            }
        }
        assertThatIllegalArgumentException().isThrownBy(() -> cipher.seal(output, 1, 2, new byte[65]));
    }

    @Test
    void keystreamsDifferByVersionSaltAndOutput() {
        byte[] output = new byte[32];
        byte[] record = new RecordCipher(new byte[16]).seal(output, 1, 2, new byte[64]);
        byte[] otherSalt = new byte[16];
        otherSalt[0] = 1;
        byte[] otherOutput = new byte[32];
        otherOutput[0] = 1;
        assertThat(content(new RecordCipher(new byte[16]).seal(output, 1, 3, new byte[64])))
                .isNotEqualTo(content(record));
        assertThat(content(new RecordCipher(otherSalt).seal(output, 1, 2, new byte[64])))
                .isNotEqualTo(content(record));
        assertThat(content(new RecordCipher(new byte[16]).seal(otherOutput, 1, 2, new byte[64])))
                .isNotEqualTo(content(record));
    }

    private static byte[] content(byte[] record) {
        return Arrays.copyOfRange(record, 12, 76);
    }
}
