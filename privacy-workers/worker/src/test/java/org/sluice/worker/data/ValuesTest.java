package org.sluice.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.protocol.psi.sum.ValuedSet;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/** Values beside identifiers, in CSV files; tests of the other forms compare with these. */
class ValuesTest extends OneFolder {

    private static final String[] FIRMS = IntStream.range(0, 3)
            .mapToObj(i -> DemoData.identifier(Schema.USCC, 1, i))
            .sorted()
            .toArray(String[]::new);
    private static final String ONE = FIRMS[0];
    private static final String TWO = FIRMS[1];
    private static final String THREE = FIRMS[2];

    @Test
    void standInAColumnThatIsCalledSoWhereverItIs() {
        write("next", "uscc,value", TWO + ",20", ONE + ",10", THREE + ",0");
        write(
                "later",
                "\uFEFF\"USCC\" ,name, \" Value\"",
                "\"" + THREE + "\",\"a, \"\"b\"\"\",\"0\"",
                "",
                " " + ONE.toLowerCase() + " ,c, 10 ",
                TWO + ",,0020");

        DataSet next = sets.read("next");

        assertThat(values(next)).containsExactly(10, 20, 0);
        assertThat(next.toString()).endsWith("uscc, 3 of 3 rows, 3 values");
        assertThat(values(sets.read("later"))).containsExactly(10, 20, 0);
        assertThat(sets.read("later").handle().version())
                .isEqualTo(next.handle().version());
    }

    @Test
    void areAddedUpWhereAnIdentifierIsRepeated() {
        write("firms", "uscc,value", TWO + ",5", ONE + ",1", TWO.toLowerCase() + ",6", THREE + ",3", TWO + ",7");

        DataSet firms = sets.read("firms");

        assertThat(firms.size()).isEqualTo(3);
        assertThat(firms.rows()).isEqualTo(5);
        assertThat(firms.identifiers().row(1)).isEqualTo(TWO.getBytes(StandardCharsets.US_ASCII));
        assertThat(values(firms)).containsExactly(1, 18, 3);
    }

    /** Against a map, with about four rows an identifier. */
    @Test
    void stayBesideTheirIdentifiersInALargeSet() {
        TreeMap<String, Long> expected = new TreeMap<>();
        List<String> lines = new ArrayList<>(List.of("uscc,value"));
        for (int i = 0; i < 20_000; i++) {
            String firm = DemoData.identifier(Schema.USCC, 1, i * 31 % 5_003);
            expected.merge(firm, (long) i, Long::sum);
            lines.add(firm + "," + i);
        }
        write("firms", lines.toArray(String[]::new));

        DataSet firms = sets.read("firms");

        assertThat(firms.items())
                .extracting(item -> new String(item, StandardCharsets.US_ASCII))
                .containsExactlyElementsOf(expected.keySet());
        assertThat(values(firms))
                .containsExactly(
                        expected.values().stream().mapToLong(Long::longValue).toArray());
    }

    @Test
    void areGivenAsACopy() {
        write("firms", "uscc,value", ONE + ",1");
        Values values = sets.read("firms").values().orElseThrow();

        values.toArray()[0] = 99;

        assertThat(values.toArray()).containsExactly(1);
        assertThat(values.count()).isEqualTo(1);
    }

    @Test
    void goIntoTheVersionAsSums() {
        write("firms", "uscc,value", ONE + ",10", TWO + ",20");
        DataSet before = sets.read("firms");
        write("firms", "uscc,value", TWO + ",15", ONE + ",10", TWO + ",5");
        assertThat(sets.of(before.handle()).values()).isEqualTo(before.values());

        for (String[] other : new String[][] {
            {"uscc,value", ONE + ",10", TWO + ",21"},
            {"uscc,value", ONE + ",20", TWO + ",10"},
            {"uscc,amount", ONE + ",10", TWO + ",20"}
        }) {
            write("firms", other);
            assertThatThrownBy(() -> sets.of(before.handle())).hasMessageContaining("data-set-changed");
        }
    }

    /** Every one of many. */
    @Test
    void standInTheVersionBehindTheIdentifiers() throws Exception {
        String[] firms = IntStream.range(0, 3_000)
                .mapToObj(i -> DemoData.identifier(Schema.USCC, 1, i))
                .sorted()
                .toArray(String[]::new);
        List<String> lines = new ArrayList<>(List.of("uscc,value"));
        ByteBuffer values = ByteBuffer.allocate(3_000 * 8);
        for (int i = 0; i < firms.length; i++) {
            lines.add(firms[i] + "," + i * 1_000L);
            values.putLong(i * 1_000L);
        }
        write("firms", lines.toArray(String[]::new));
        MessageDigest digest = digest(firms);
        digest.update("value".getBytes(StandardCharsets.US_ASCII));
        digest.update(values.array());

        assertThat(sets.read("firms").handle().version())
                .isEqualTo(HexFormat.of().formatHex(digest.digest()));
    }

    /** Orders name versions that were told before there were values. */
    @Test
    void leaveTheVersionOfASetWithoutThemAsItWas() throws Exception {
        write("bare", "uscc", TWO, ONE);
        write("wide", "uscc,name,values,\"value", ONE + ",a,1,1", TWO + ",b");

        DataSet bare = sets.read("bare");
        DataSet wide = sets.read("wide");

        assertThat(bare.values()).isEmpty();
        assertThat(wide.values()).isEmpty();
        assertThat(bare.handle().version())
                .isEqualTo(HexFormat.of().formatHex(digest(ONE, TWO).digest()));
        assertThat(wide.handle().version()).isEqualTo(bare.handle().version());
    }

    @Test
    void tellAnEmptySetThatCouldHaveThemFromOneThatCouldNot() {
        write("bare", "uscc");
        write("valued", "uscc,value");

        assertThat(values(sets.read("valued"))).isEmpty();
        assertThat(sets.read("valued").handle().version())
                .isNotEqualTo(sets.read("bare").handle().version());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                ", ",
                ",-1",
                ",+1",
                ",1.5",
                ",12.00",
                ",1e3",
                ",0x1f",
                ",１２",
                ",1 2",
                ",secret",
                ",1099511627776",
                ",18446744073709551617",
                ",\"1,000\"",
                ",\"12",
                ",\"1\"2"
            })
    void refuseARowThatHasNoneAndNameItsLine(String rest) {
        write("firms", "uscc,value", ONE + ",1", TWO + rest, "nobody,1", THREE + ",3");

        Problem refused = catchThrowableOfType(Problem.class, () -> sets.read("firms"));

        assertThat(refused.notice().code()).isEqualTo(NoticeCode.DATA_SET_FAULTY);
        assertThat(refused.notice().details())
                .containsExactly(
                        "firms",
                        "2",
                        "line 3 value is no whole number from 0 to 1,099,511,627,775, line 4 not 18 characters");
        assertThat(refused).hasNoCause();
    }

    @Test
    void areNoneInATextOfManyCharacters() {
        assertThat(Values.read(" ".repeat(98) + "7 ")).isEqualTo(7);
        assertThat(Values.read(" ".repeat(99) + "7 ")).isEqualTo(Values.NONE);
    }

    /** As much as the protocol takes, and one more. */
    @Test
    void areRefusedWhereTheyAreTooLargeTogether() {
        write("firms", "uscc,value", ONE + ",1099511627774", TWO + ",1", THREE + ",0");
        assertThat(Arrays.stream(values(sets.read("firms"))).sum()).isEqualTo(ValuedSet.BOUND - 1);
        write("firms", "uscc,value", ONE + ",1099511627775", ONE + ",1099511627775", TWO + ",1099511627775");

        Problem refused = catchThrowableOfType(Problem.class, () -> sets.read("firms"));

        assertThat(refused.notice().code()).isEqualTo(NoticeCode.DATA_VALUES_TOO_LARGE);
        assertThat(refused.notice().english()).contains("\"firms\"", "larger unit");
        assertThat(refused.notice().chinese()).contains("“firms”", "更大的单位");
        write("firms", "uscc,value", ONE + ",1099511627775", TWO + ",1");
        assertThatThrownBy(() -> sets.read("firms")).hasMessageContaining("data-values-too-large");
    }

    @Test
    void areRefusedWhereTwoColumnsAreCalledSo() {
        write("firms", "uscc,value,name,VALUE", ONE + ",1,a,2");

        assertThatThrownBy(() -> sets.read("firms")).hasMessageContaining("line 1 names value more than once");
    }

    private MessageDigest digest(String... firms) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(Files.readAllBytes(folder.versionSalt()));
        digest.update("uscc".getBytes(StandardCharsets.US_ASCII));
        digest.update(ByteBuffer.allocate(4).putInt(firms.length).array());
        digest.update(String.join("", firms).getBytes(StandardCharsets.US_ASCII));
        return digest;
    }

    private static long[] values(DataSet set) {
        return set.values().orElseThrow().toArray();
    }

    private void write(String name, String... lines) {
        try {
            Files.write(folder.data().resolve(name + ".csv"), Arrays.asList(lines));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
