package org.sluice.worker.query.asked;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.query.wire.ListName;

/** What publications must be, as somebody has entered who compared them with the supplier on another way. */
record Expected(WorkerFolder folder) {

    private Path file() {
        return folder.lists().resolve("expected.properties");
    }

    /** @throws Problem if another digest is expected; where none is entered any will do */
    void check(PartyId peer, ListName list, long version, String digest) {
        String expected = properties().getProperty(peer + "/" + list);
        if (expected != null
                && Arrays.stream(expected.split(","))
                        .map(each -> each.strip().toLowerCase(Locale.ROOT))
                        .noneMatch(digest::equals)) {
            throw new Problem(NoticeCode.QUERY_DIGEST_UNEXPECTED, peer, list, String.valueOf(version), digest, file());
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        if (Files.exists(file())) {
            try (var content = Files.newBufferedReader(file())) {
                properties.load(content);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return properties;
    }
}
