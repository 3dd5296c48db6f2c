package org.sluice.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.WorkerFolder;

class DataSetsTest extends OneFolder {

    private static final String ONE = DemoData.identifier(Schema.USCC, 1, 1);
    private static final String TWO = DemoData.identifier(Schema.USCC, 1, 2);

    @Test
    void countsEachIdentifierOnceHoweverItIsWritten() {
        write("firms", "uscc,name", ONE + ",a", " " + ONE.toLowerCase() + " ,b", "\"" + TWO + "\",c", "");

        DataSet set = sets.read("firms");

        assertThat(set.size()).isEqualTo(2);
        assertThat(set.rows()).isEqualTo(3);
        assertThat(set.items()).hasSize(2).contains(ONE.getBytes(StandardCharsets.US_ASCII));
        assertThat(set.toString()).doesNotContain(ONE, TWO);
    }

    @Test
    void readsByteOrderMarkAndOtherLineEnds() throws IOException {
        Files.writeString(folder.data().resolve("firms.csv"), "\uFEFFUSCC\r\n" + ONE + "\r\n" + TWO + "\r\n");

        assertThat(sets.read("firms").size()).isEqualTo(2);
    }

    @Test
    void readsAnEmptySet() {
        write("nobody", "id-number");

        assertThat(sets.read("nobody").size()).isZero();
    }

    @Test
    void namesAVersionByContentAlone() {
        write("firms", "uscc", ONE, TWO);
        DataHandle before = sets.read("firms").handle();
        write("firms", "uscc", TWO, ONE, ONE);
        assertThat(sets.of(before).size()).isEqualTo(2);

        write("firms", "uscc", ONE);

        assertThatThrownBy(() -> sets.of(before)).isInstanceOf(Problem.class).hasMessageContaining("data-set-changed");
    }

    /** Else somebody who sees handles could try out the identifiers of a small set. */
    @Test
    void namesTheSameContentDifferentlyInAnotherWorker() {
        WorkerFolder other = worker("other");
        write("firms", "uscc", ONE);
        write(other, "firms", "uscc", ONE);

        assertThat(new DataSets(other).read("firms").handle())
                .isNotEqualTo(sets.read("firms").handle());
    }

    @Test
    void refusesAFileWithFaultyRowsAndNamesLinesButNoValue() {
        write("firms", "uscc", ONE, "91990000000000000Q", TWO, "secret");

        assertThatThrownBy(() -> sets.read("firms"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("2 of them")
                .hasMessageContaining("line 3 wrong check character, line 5 not 18 characters")
                .hasMessageNotContainingAny("9199", "secret");
    }

    @Test
    void refusesWhatIsNoListOfIdentifiers() throws IOException {
        write("other", "amount", "12");
        Files.write(folder.data().resolve("binary.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThatThrownBy(() -> sets.read("other")).hasMessageContaining("line 1 names neither");
        assertThatThrownBy(() -> sets.read("binary")).hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> sets.read("../identity/party")).hasMessageContaining("data-set-unknown");
    }

    private void write(String name, String... lines) {
        write(folder, name, lines);
    }

    private static void write(WorkerFolder folder, String name, String... lines) {
        try {
            Files.write(folder.data().resolve(name + ".csv"), Arrays.asList(lines));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
