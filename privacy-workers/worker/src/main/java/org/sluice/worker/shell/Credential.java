package org.sluice.worker.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the worker proves itself with to the engine. Read for every request, so that a new one needs no restart. */
record Credential(Path file) {

    private static final Logger LOG = LoggerFactory.getLogger(Credential.class);

    /** The value of the {@code Authorization} header, if there is a file with one. */
    Optional<String> header() {
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty())
                    : Optional.empty();
        } catch (IOException unreadable) {
            LOG.error("The engine's credential cannot be read: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }
}
