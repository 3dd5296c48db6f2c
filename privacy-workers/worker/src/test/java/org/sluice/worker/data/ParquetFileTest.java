package org.sluice.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/** Files are written by Apache's own writer, and compared with CSV files of the same rows. */
class ParquetFileTest extends OneFolder {

    private static final String FIRMS = "message m { optional binary name (STRING); optional binary uscc (STRING); }";
    private static final int ROWS = 1000;

    /** Some rows are in full width, in lower case or with blanks around; the dictionary holds the second half twice. */
    @ParameterizedTest
    @CsvSource({
        "UNCOMPRESSED, false, PARQUET_1_0",
        "UNCOMPRESSED, true, PARQUET_1_0",
        "SNAPPY, false, PARQUET_1_0",
        "SNAPPY, true, PARQUET_1_0",
        "ZSTD, true, PARQUET_1_0",
        "ZSTD, false, PARQUET_2_0",
        "SNAPPY, true, PARQUET_2_0"
    })
    void readsWhatACsvFileOfTheSameRowsHolds(CompressionCodecName codec, boolean dictionary, WriterVersion version)
            throws IOException {
        DemoData.write(folder, "file", new DemoData.Window(Schema.USCC, 2026, 0, ROWS));
        List<String> rows = rows("file");
        rows.addAll(rows.subList(ROWS / 2, ROWS));
        try (ParquetWriter<Group> writer = writer("firms", FIRMS, codec, dictionary, version)) {
            for (String row : rows) {
                writer.write(firm(row));
            }
        }

        DataSet firms = sets.read("firms");

        assertThat(firms.handle().version())
                .isEqualTo(sets.read("file").handle().version());
        assertThat(firms.schema()).isEqualTo(Schema.USCC);
        assertThat(firms.size()).isEqualTo(ROWS);
        assertThat(firms.rows()).isEqualTo(rows.size());
        assertThat(sets.names()).containsExactly("file", "firms");
    }

    @Test
    void readsWholeNumbersAsTheirDigits() throws IOException {
        List<String> numbers = IntStream.range(0, 2000)
                .mapToObj(i -> DemoData.identifier(Schema.ID_NUMBER, 7, i))
                .filter(number -> number.matches("\\d{18}"))
                .toList();
        csv("people", "id-number", numbers);
        writeNumbers("counted", numbers.stream().mapToLong(Long::parseLong));

        assertThat(numbers).hasSizeGreaterThan(1000);
        assertThat(sets.read("counted").handle().version())
                .isEqualTo(sets.read("people").handle().version());
    }

    /** The same words as for a CSV file, but for what a row is called; nothing of what stands there. */
    @Test
    void refusesTheSameRowsAsACsvFileAndNamesNumbersButNoValue() throws IOException {
        String good = DemoData.identifier(Schema.USCC, 1, 1);
        List<@Nullable String> rows = new ArrayList<>(List.of(good, "91990000000000000Q", good, "secret"));
        rows.add(null);
        rows.add("x".repeat(100_000));
        writeFirms("firms", rows);
        csv("file", "uscc", List.of(good, "91990000000000000Q", good, "secret", "\"\"", "x"));

        Problem parquet = catchThrowableOfType(Problem.class, () -> sets.read("firms"));
        Problem csv = catchThrowableOfType(Problem.class, () -> sets.read("file"));

        assertThat(parquet.notice().code()).isEqualTo(NoticeCode.DATA_SET_FAULTY);
        assertThat(parquet.notice().details().get(2))
                .isEqualTo("row 2 wrong check character, row 4 not 18 characters, row 5 not 18 characters, "
                        + "row 6 not 18 characters");
        assertThat(csv.notice().details().get(2))
                .isEqualTo("line 3 wrong check character, line 5 not 18 characters, line 6 not 18 characters, "
                        + "line 7 not 18 characters");
        assertThat(parquet.notice().both()).doesNotContain("9199", "secret");
    }

    @Test
    void readsAnEmptySetAndOneOfManyGroups() throws IOException {
        writeFirms("nobody", List.of());
        List<String> many = IntStream.range(0, 30_000)
                .mapToObj(i -> DemoData.identifier(Schema.USCC, 3, i))
                .toList();
        csv("file", "uscc", many);
        try (ParquetWriter<Group> writer = builder("firms", FIRMS, CompressionCodecName.ZSTD, true)
                .withRowGroupRowCountLimit(7_000)
                .withPageRowCountLimit(500)
                .build()) {
            for (String row : many) {
                writer.write(firm(row));
            }
        }

        assertThat(sets.read("nobody").size()).isZero();
        assertThat(sets.read("firms").handle().version())
                .isEqualTo(sets.read("file").handle().version());
    }

    /** A column beside the identifiers that could not even be decompressed does not matter: nobody looks at it. */
    @Test
    void readsNoOtherColumn() throws IOException {
        String good = DemoData.identifier(Schema.USCC, 1, 1);
        try (ParquetWriter<Group> writer =
                builder("firms", FIRMS, CompressionCodecName.SNAPPY, false).build()) {
            Group row = new SimpleGroup(MessageTypeParser.parseMessageType(FIRMS));
            row.append("name", "only the other column's page holds this").append("uscc", good);
            writer.write(row);
        }
        Path file = folder.data().resolve("firms.parquet");
        byte[] bytes = Files.readAllBytes(file);
        int at = indexOf(bytes, "only the other".getBytes(StandardCharsets.US_ASCII));
        for (int i = at - 2; i < at + 30; i++) {
            bytes[i] = (byte) 0xff;
        }
        Files.write(file, bytes);

        assertThat(sets.read("firms").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "message m { optional binary name (STRING); }                                       | and 0 are",
                "message m { optional binary uscc (STRING); optional binary USCC (STRING); }        | and 2 are",
                "message m { optional group g { optional binary uscc (STRING); } }                  | and 0 are",
                "message m { repeated binary uscc (STRING); }                                       | REPEATED BINARY",
                "message m { required double uscc; }                                                | REQUIRED DOUBLE"
            })
    void refusesAFileWithoutAColumnOfIdentifiers(String schema, String why) throws IOException {
        builder("firms", schema, CompressionCodecName.SNAPPY, true).build().close();

        assertThatThrownBy(() -> sets.read("firms"))
                .hasMessageContaining("data-file-unreadable")
                .hasMessageContaining(why);
    }

    /** Rows in many groups, with repeats, before the identifiers and behind them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "required int32 value                     | true",
                "optional int32 Value (INTEGER(32,false)) | false",
                "optional int64 value                     | true",
                "required int64 value (INTEGER(64,true))  | false"
            })
    void readsTheValuesThatACsvFileOfTheSameRowsHolds(String column, boolean first) throws IOException {
        DemoData.write(folder, "file", new DemoData.Window(Schema.USCC, 2026, 0, ROWS, true));
        List<String> rows = rows("file");
        rows.addAll(rows.subList(ROWS / 2, ROWS));
        csv("file", "uscc,value", rows);
        String uscc = "required binary uscc (STRING)";
        String schema = "message m { " + (first ? column + "; " + uscc : uscc + "; " + column) + "; }";
        try (ParquetWriter<Group> writer = builder("firms", schema, CompressionCodecName.ZSTD, first)
                .withRowGroupRowCountLimit(700)
                .build()) {
            for (String row : rows) {
                int comma = row.indexOf(',');
                writer.write(valued(schema, row.substring(0, comma), Long.valueOf(row.substring(comma + 1))));
            }
        }

        DataSet firms = sets.read("firms");

        assertThat(firms.handle().version())
                .isEqualTo(sets.read("file").handle().version());
        assertThat(firms.values()).isPresent().isEqualTo(sets.read("file").values());
    }

    @Test
    void readsUnsignedNumbersAsSuch() throws IOException {
        String schema = "message m { optional binary uscc (STRING); optional int32 value (INTEGER(32,false)); }";
        writeValued(schema, 3_000_000_000L);
        assertThat(sets.read("firms").values().orElseThrow().toArray()).containsExactly(3_000_000_000L);

        writeValued("message m { optional binary uscc (STRING); optional int32 value; }", 3_000_000_000L);
        assertThatThrownBy(() -> sets.read("firms")).hasMessageContaining("row 1 value is no whole number");
    }

    @Test
    void refusesFaultyAndTooLargeValuesLikeACsvFile() throws IOException {
        String schema = "message m { optional binary uscc (STRING); optional int64 value; }";
        writeValued(schema, 1099511627775L, -4711L, 0L, null, 1099511627776L, Long.MIN_VALUE);

        Problem faulty = catchThrowableOfType(Problem.class, () -> sets.read("firms"));

        String why = " value is no whole number from 0 to 1,099,511,627,775";
        assertThat(faulty.notice().code()).isEqualTo(NoticeCode.DATA_SET_FAULTY);
        assertThat(faulty.notice().details())
                .containsExactly("firms", "4", "row 2" + why + ", row 4" + why + ", row 5" + why + ", row 6" + why);
        assertThat(faulty.notice().both()).doesNotContain("4711");

        writeValued(schema, 1099511627775L, 0L);
        assertThat(sets.read("firms").values()).isPresent();
        writeValued(schema, 1099511627775L, 1L);
        assertThatThrownBy(() -> sets.read("firms")).hasMessageContaining("data-values-too-large");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "required double value;                          | REQUIRED DOUBLE",
                "optional binary value (STRING);                 | OPTIONAL BINARY STRING",
                "optional int64 value (DECIMAL(18,2));           | OPTIONAL INT64 DECIMAL(18,2)",
                "optional int32 VALUE (DATE);                    | OPTIONAL INT32 DATE",
                "repeated int64 value;                           | REPEATED INT64",
                "optional group value { required int64 value; }  | OPTIONAL group",
                "required int64 value; required int64 Value;     | only one column may be called value, and 2 are"
            })
    void refusesAColumnOfValuesThatHoldsSomethingElse(String columns, String why) throws IOException {
        String schema = "message m { required binary uscc (STRING); " + columns + " }";
        builder("firms", schema, CompressionCodecName.SNAPPY, true).build().close();

        assertThatThrownBy(() -> sets.read("firms"))
                .hasMessageContaining("data-file-unreadable")
                .hasMessageContaining(why);
    }

    @Test
    void refusesCompressionThatIsNotOffered() throws IOException {
        try (ParquetWriter<Group> writer = builder("firms", FIRMS, CompressionCodecName.GZIP, false)
                .withCodecFactory(new Unread())
                .build()) {
            writer.write(firm(DemoData.identifier(Schema.USCC, 1, 1)));
        }

        assertThatThrownBy(() -> sets.read("firms")).hasMessageContaining("its compression is GZIP; write it with");
    }

    /** Says that it compresses, which nobody will look at. */
    private static final class Unread implements CompressionCodecFactory {

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            return new BytesInputCompressor() {
                @Override
                public BytesInput compress(BytesInput bytes) {
                    return bytes;
                }

                @Override
                public CompressionCodecName getCodecName() {
                    return codec;
                }

                @Override
                public void release() {
                    // holds nothing
                }
            };
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            throw new UnsupportedOperationException("Only a writer has this");
        }

        @Override
        public void release() {
            // holds nothing
        }
    }

    @Test
    void refusesDamagedFilesWithoutSayingWhatStandsInThem() throws IOException {
        List<String> rows = IntStream.range(0, 500)
                .mapToObj(i -> DemoData.identifier(Schema.USCC, 3, i))
                .toList();
        writeFirms("firms", rows);
        Path file = folder.data().resolve("firms.parquet");
        byte[] good = Files.readAllBytes(file);
        for (int length : new int[] {0, 3, 4, 100, good.length - 1}) {
            Files.write(file, Arrays.copyOf(good, length));
            checkDamaged();
        }
        byte[] page = good.clone();
        Arrays.fill(page, 4, 200, (byte) 0x7f);
        Files.write(file, page);
        checkDamaged();
        Files.writeString(file, "uscc\n" + rows.get(0) + "\n");
        checkDamaged();
    }

    private void checkDamaged() {
        Problem refused = catchThrowableOfType(Problem.class, () -> sets.read("firms"));
        assertThat(refused.notice().code()).isEqualTo(NoticeCode.DATA_FILE_UNREADABLE);
        assertThat(refused.notice().both())
                .contains("no Parquet file, or damaged")
                .doesNotContain("9199");
        assertThat(refused).hasNoCause();
    }

    @Test
    void knowsAnotherVersionWhenTheFileHasChanged() throws IOException {
        writeFirms("firms", List.of(DemoData.identifier(Schema.USCC, 1, 1)));
        DataHandle before = sets.read("firms").handle();
        String mark = sets.fingerprints(Instant.EPOCH).get("firms");
        Files.delete(folder.data().resolve("firms.parquet"));
        writeFirms("firms", List.of(DemoData.identifier(Schema.USCC, 1, 1), DemoData.identifier(Schema.USCC, 1, 2)));

        assertThatThrownBy(() -> sets.of(before)).hasMessageContaining("data-set-changed");
        assertThat(sets.fingerprints(Instant.EPOCH).get("firms")).isNotEqualTo(mark);
    }

    private List<String> rows(String name) throws IOException {
        List<String> lines = Files.readAllLines(folder.data().resolve(name + ".csv"));
        return new ArrayList<>(lines.subList(1, lines.size()));
    }

    private void csv(String name, String column, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(column));
        lines.addAll(rows);
        Files.write(folder.data().resolve(name + ".csv"), lines);
    }

    private void writeFirms(String name, List<? extends @Nullable String> rows) throws IOException {
        try (ParquetWriter<Group> writer =
                builder(name, FIRMS, CompressionCodecName.SNAPPY, true).build()) {
            for (String row : rows) {
                writer.write(firm(row));
            }
        }
    }

    private void writeNumbers(String name, LongStream numbers) throws IOException {
        String schema = "message m { required int64 id-number; }";
        try (ParquetWriter<Group> writer =
                builder(name, schema, CompressionCodecName.ZSTD, true).build()) {
            for (long number : numbers.toArray()) {
                Group row = new SimpleGroup(MessageTypeParser.parseMessageType(schema));
                row.append("id-number", number);
                writer.write(row);
            }
        }
    }

    /** One row for each value; a set of earlier ones goes. */
    private void writeValued(String schema, @Nullable Long... values) throws IOException {
        Files.deleteIfExists(folder.data().resolve("firms.parquet"));
        try (ParquetWriter<Group> writer =
                builder("firms", schema, CompressionCodecName.SNAPPY, true).build()) {
            for (int i = 0; i < values.length; i++) {
                writer.write(valued(schema, DemoData.identifier(Schema.USCC, 1, i), values[i]));
            }
        }
    }

    private static Group valued(String schema, String identifier, @Nullable Long value) {
        MessageType type = MessageTypeParser.parseMessageType(schema);
        Group row = new SimpleGroup(type);
        row.append("uscc", identifier);
        if (value == null) {
            return row;
        }
        String column = type.containsField("value") ? "value" : "Value";
        return type.getType(column).asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT32
                ? row.append(column, value.intValue())
                : row.append(column, value);
    }

    private static Group firm(@Nullable String identifier) {
        Group row = new SimpleGroup(MessageTypeParser.parseMessageType(FIRMS));
        row.append("name", "a firm");
        if (identifier != null) {
            row.append("uscc", identifier);
        }
        return row;
    }

    private ParquetWriter<Group> writer(
            String name, String schema, CompressionCodecName codec, boolean dictionary, WriterVersion version)
            throws IOException {
        return builder(name, schema, codec, dictionary)
                .withWriterVersion(version)
                .build();
    }

    private ExampleParquetWriter.Builder builder(
            String name, String schema, CompressionCodecName codec, boolean dictionary) {
        MessageType type = MessageTypeParser.parseMessageType(schema);
        return ExampleParquetWriter.builder(new LocalOutputFile(folder.data().resolve(name + ".parquet")))
                .withConf(new PlainParquetConfiguration())
                .withType(type)
                .withCompressionCodec(codec)
                .withDictionaryEncoding(dictionary);
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("The page does not hold the text as it is");
    }
}
