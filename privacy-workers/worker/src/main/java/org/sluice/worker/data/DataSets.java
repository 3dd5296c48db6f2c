package org.sluice.worker.data;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sluice.protocol.Column;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.WorkerFolder;

/**
 * The CSV files in a worker's data folder. The first column holds the identifiers, and its name in the first line says
 * of which kind; further columns are not read.
 *
 * <p>A file with a single row that is no valid identifier is refused as a whole: a test over the rest would answer
 * another question than the one that was asked.
 */
public record DataSets(WorkerFolder folder) {

    private static final int LINES_NAMED = 5;

    /** Names of the files, without looking into them. */
    public List<String> names() {
        try (var files = Files.list(folder.data())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .map(name -> name.substring(0, name.length() - ".csv".length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One text a file, which changes when the file does; costs no look into it. */
    public List<String> fingerprints() {
        return names().stream().map(this::fingerprint).toList();
    }

    private String fingerprint(String name) {
        try {
            var file = Files.readAttributes(folder.data().resolve(name + ".csv"), BasicFileAttributes.class);
            return name + " " + file.size() + " " + file.lastModifiedTime() + " " + file.fileKey();
        } catch (IOException goneMeanwhile) {
            return name;
        }
    }

    /** The set that a handle names, in the version that it names. */
    public DataSet of(DataHandle handle) {
        DataSet present = read(handle.name());
        if (!present.handle().equals(handle)) {
            throw new Problem(NoticeCode.DATA_SET_CHANGED, handle.name());
        }
        return present;
    }

    /** The set as it is now. */
    public DataSet read(String name) {
        Path file = folder.data().resolve(name + ".csv");
        if (!names().contains(name)) {
            throw new Problem(NoticeCode.DATA_SET_UNKNOWN, name);
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return read(name, lines);
        } catch (CharacterCodingException notText) {
            throw new Problem(NoticeCode.DATA_SET_FAULTY, name, 1, "not UTF-8");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private DataSet read(String name, BufferedReader lines) throws IOException {
        String header = Optional.ofNullable(lines.readLine()).orElse("").replace("\uFEFF", "");
        Schema schema = Schema.of(firstField(header).strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() ->
                        new Problem(NoticeCode.DATA_SET_FAULTY, name, 1, "line 1 names neither uscc nor id-number"));
        ByteArrayOutputStream identifiers = new ByteArrayOutputStream();
        List<String> wrong = new ArrayList<>();
        int faults = 0;
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String identifier = Schema.normalised(firstField(line));
            if (identifier.isEmpty() && line.isBlank()) {
                continue;
            }
            Optional<String> fault = schema.check(identifier);
            if (fault.isEmpty()) {
                identifiers.writeBytes(identifier.getBytes(StandardCharsets.US_ASCII));
            } else if (++faults <= LINES_NAMED) {
                wrong.add("line " + number + " " + fault.get());
            }
        }
        if (faults > 0) {
            throw new Problem(NoticeCode.DATA_SET_FAULTY, name, faults, String.join(", ", wrong));
        }
        Column all = Column.of(identifiers.toByteArray(), Schema.LENGTH);
        Column distinct = all.distinct();
        return new DataSet(new DataHandle(name, version(schema, distinct)), schema, all.count(), distinct);
    }

    private static String firstField(String line) {
        String text = line.strip();
        int end = text.startsWith("\"") ? text.indexOf('"', 1) : text.indexOf(',');
        if (text.startsWith("\"") && end > 0) {
            return text.substring(1, end);
        }
        return end < 0 ? text : text.substring(0, end);
    }

    /**
     * Equal exactly for equal sets in this worker. A salt of the worker's own goes in, because the handle leaves the
     * house and a plain hash of a small set could be guessed.
     */
    private String version(Schema schema, Column identifiers) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(folder.versionSalt()));
            digest.update(schema.column().getBytes(StandardCharsets.US_ASCII));
            digest.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(identifiers.count())
                    .array());
            digest.update(identifiers.rows(0, identifiers.count()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
