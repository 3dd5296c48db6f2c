package org.sluice.worker.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/**
 * A CSV file: its first column holds the identifiers, and that column's name in the first line says of which kind. A
 * further one that is called {@code value} holds values; no other is read.
 */
record CsvFile(String name, Path file) implements Source {

    static final String SUFFIX = ".csv";

    private static final int NOWHERE = -1;

    @Override
    public String fingerprint(Instant now) {
        return FileMark.of(name, file);
    }

    @Override
    public Intake.Taken read() {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return read(lines);
        } catch (CharacterCodingException notText) {
            throw new Problem(NoticeCode.DATA_SET_FAULTY, name, 1, "not UTF-8");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Intake.Taken read(BufferedReader lines) throws IOException {
        String header = Optional.ofNullable(lines.readLine()).orElse("").replace("\uFEFF", "");
        Schema schema = Schema.of(firstField(header).strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() ->
                        new Problem(NoticeCode.DATA_SET_FAULTY, name, 1, "line 1 names neither uscc nor id-number"));
        int values = columnOfValues(header);
        Intake intake = new Intake(name, schema, "line", values != NOWHERE);
        long number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                long value = values == NOWHERE
                        ? Values.NONE
                        : CsvLine.field(line, values).map(Values::read).orElse(Values.NONE);
                intake.take(firstField(line), value, number);
            }
        }
        return intake.end();
    }

    private int columnOfValues(String header) {
        int found = NOWHERE;
        int column = 0;
        for (Optional<String> each = CsvLine.field(header, column);
                each.isPresent();
                each = CsvLine.field(header, column)) {
            if (each.get().strip().toLowerCase(Locale.ROOT).equals(VALUE)) {
                if (found != NOWHERE) {
                    throw new Problem(NoticeCode.DATA_SET_FAULTY, name, 1, "line 1 names value more than once");
                }
                found = column;
            }
            column++;
        }
        return found;
    }

    private static String firstField(String line) {
        String text = line.strip();
        int end = text.startsWith("\"") ? text.indexOf('"', 1) : text.indexOf(',');
        if (text.startsWith("\"") && end > 0) {
            return text.substring(1, end);
        }
        return end < 0 ? text : text.substring(0, end);
    }
}
