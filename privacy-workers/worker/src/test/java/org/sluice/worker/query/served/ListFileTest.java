package org.sluice.worker.query.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.worker.data.DataSets;
import org.sluice.worker.data.DemoData;
import org.sluice.worker.data.Schema;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.Identity;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.query.wire.ListName;

/** What a list's file may hold, and what is said where it holds something else. */
class ListFileTest {

    private static final ListName NAME = new ListName("risk");

    @TempDir
    Path folder;

    @Test
    void holdsIdentifiersInOneSpellingInAscendingOrder() throws IOException {
        ListContent content =
                read("\uFEFFIdentifier, value", " b2 ,\" two, \"\"2\"\" \"", "", "Ａ１,", "ab-longer,限", "b, x y ");
        assertThat(entries(content))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("A1", "", "AB-LONGER", "限", "B", "x y", "B2", " two, \"2\" "));
        assertThat(content.id(0)).isEqualTo("A1".getBytes(StandardCharsets.US_ASCII));
        assertThat(content.id(3)).isEqualTo("B2".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void isReadFromTheDiskAsItWasWritten() throws IOException {
        ListContent content = read("identifier,value", "b,2", "a,1", "c,");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.writeTo(new DataOutputStream(bytes));
        ListContent again = ListContent.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(again).isEqualTo(content);
        assertThat(entries(again)).isEqualTo(Map.of("A", "1", "B", "2", "C", ""));
        assertThat(again).isNotEqualTo(read("identifier,value", "b,2", "a,1", "c,3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "one | line 3 has not two fields",
                "one,zwo,three | line 3 has not two fields",
                "\"one,zwo | line 3 has not two fields",
                "o\"ne\",zwo | line 3 has not two fields",
                "\"one\"x,zwo | line 3 has not two fields",
                ",zwo | line 3 has no identifier",
                "SECRET,0123456789012345678901234567890123456789012345678901234567890123x | line 3 has a value above 64",
                "Known,again | line 3 repeats an identifier"
            })
    void namesTheLineInBothLanguagesAndRepeatsNothing(String row, String said) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read("identifier,value", "known,1", row))
                .satisfies(problem -> {
                    assertThat(problem.notice().english()).contains(said).contains("\"risk\"");
                    assertThat(problem.notice().chinese()).contains("第 3 行").doesNotContain("line");
                    assertThat(problem.notice().both()).doesNotContain("SECRET", "zwo", "again");
                });
    }

    @Test
    void takesValuesUpToSixtyFourBytesAndIdentifiersToo() throws IOException {
        String longest = "L".repeat(64);
        assertThat(entries(read("identifier,value", longest + "," + longest))).isEqualTo(Map.of(longest, longest));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> read("identifier,value", longest + "L,1"));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> read("identifier,value", "a," + "险".repeat(22)));
    }

    @Test
    void countsAllFaultsAndNamesTheFirst() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read("uscc,value", "1", "2", "3", "4", "5", "6"))
                .satisfies(problem -> assertThat(problem.notice().english())
                        .contains("7 of them")
                        .contains("line 1 is the first one")
                        .contains("line 5")
                        .doesNotContain("line 6"));
    }

    @Test
    void mustBeUtf8() throws IOException {
        Files.write(folder.resolve("risk.csv"), new byte[] {'i', (byte) 0xff, '\n'});
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> new ListFile(folder, NAME).read())
                .satisfies(problem -> assertThat(problem.notice().english()).contains("UTF-8"));
    }

    /** The invented companies are those of the data set, and both are spelled alike when they have been read. */
    @Test
    void spellsAsDataSetsDo() {
        WorkerFolder worker = WorkerFolder.create(folder.resolve("worker"));
        Identity.create(worker, new PartyId("supplier-a"), Instant.EPOCH, new SecureRandom());
        DemoData.Window window = new DemoData.Window(Schema.USCC, 2026, 100, 300);
        DemoData.write(worker, "companies", window);
        new DemoList(worker, NAME).write(window, "bank, bank-b", 77);

        Set<String> companies = new HashSet<>();
        new DataSets(worker)
                .read("companies")
                .items()
                .forEach(each -> companies.add(new String(each, StandardCharsets.US_ASCII)));
        ListFile file = new ListFile(worker.lists(), NAME);
        Map<String, String> entries = entries(file.read());
        assertThat(entries.keySet()).isEqualTo(companies).hasSize(300);
        assertThat(entries.values()).allMatch(value -> value.matches("[A-Z-]+;202[56]-[01]\\d|经营异常;202[56]-[01]\\d"));
        assertThat(file.terms()).isEqualTo(new ListTerms(Set.of("bank", "bank-b"), 77));
        assertThat(ListFile.in(worker.lists())).containsExactly(file);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> new DemoList(worker, NAME).write(window, "bank", 1))
                .satisfies(problem -> assertThat(problem.notice().english()).contains("is there already"));
    }

    @ParameterizedTest
    @CsvSource({"evaluations.perDay=x", "peers=bank", "evaluations.perDay=-1"})
    void isForNobodyWhereItsTermsCannotBeRead(String terms) throws IOException {
        Path file = folder.resolve("risk.properties");
        assertThat(ListTerms.read(file).peers()).isEmpty();
        Files.writeString(file, terms + "\npeers=bank\n");
        assertThat(ListTerms.read(file)).isEqualTo(new ListTerms(Set.of(), 0));
    }

    private ListContent read(String... lines) throws IOException {
        Files.write(folder.resolve("risk.csv"), java.util.List.of(lines));
        return new ListFile(folder, NAME).read();
    }

    static Map<String, String> entries(ListContent content) {
        Map<String, String> entries = new HashMap<>();
        for (int i = 0; i < content.count(); i++) {
            entries.put(
                    new String(content.id(i), StandardCharsets.UTF_8),
                    new String(content.value(i), StandardCharsets.UTF_8));
        }
        return entries;
    }
}
