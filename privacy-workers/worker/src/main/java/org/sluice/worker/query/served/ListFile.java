package org.sluice.worker.query.served;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.query.wire.ListName;

/** A list as its owner writes it, beside the file that says who may ask. */
record ListFile(Path folder, ListName name) {

    static final String HEADER = "identifier,value";

    private static final String CSV = ".csv";

    /** All in a folder, which need not be there; files that cannot name a list are passed over. */
    static List<ListFile> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(CSV))
                    .sorted()
                    .flatMap(file -> ListName.read(file.substring(0, file.length() - CSV.length())).stream())
                    .map(name -> new ListFile(folder, name))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Path csv() {
        return folder.resolve(name + CSV);
    }

    Path properties() {
        return folder.resolve(name + ".properties");
    }

    ListTerms terms() {
        return ListTerms.read(properties());
    }

    /** Changes when the file does, and costs no look into it; nothing if it has gone. */
    Optional<String> fingerprint() {
        try {
            var file = Files.readAttributes(csv(), BasicFileAttributes.class);
            return Optional.of(file.size() + " " + file.lastModifiedTime() + " " + file.fileKey());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** @throws Problem if it holds a row that cannot be served */
    ListContent read() {
        ListRows rows = new ListRows(name);
        int line = 1;
        try (BufferedReader lines = Files.newBufferedReader(csv())) {
            String header = Optional.ofNullable(lines.readLine()).orElse("").replace("\uFEFF", "");
            if (!header.replace("\"", "")
                    .replace(" ", "")
                    .toLowerCase(Locale.ROOT)
                    .equals(HEADER)) {
                rows.fault(line, ListRows.Flaw.HEADER);
            }
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                line++;
                if (!text.isBlank()) {
                    rows.add(line, text);
                }
            }
        } catch (CharacterCodingException notText) {
            rows.fault(line, ListRows.Flaw.ENCODING);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return rows.content();
    }
}
