package org.sluice;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.sluice.db.EmbeddedDatabase;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * The embedded database while it starts: who first asks for its address waits until it answers. By then the application
 * has read its classes, which takes longer than a database needs.
 */
final class OwnDatabase implements JdbcConnectionDetails {

    private final Path home;
    private final CompletableFuture<EmbeddedDatabase> start;

    OwnDatabase(Path home, CompletableFuture<EmbeddedDatabase> start) {
        this.home = home;
        this.start = start;
    }

    /** @throws NotStarted if it could not be started */
    @Override
    public String getJdbcUrl() {
        return started().url();
    }

    @Override
    public String getUsername() {
        return started().user();
    }

    /** It asks for none. */
    @Override
    public String getPassword() {
        return "";
    }

    private EmbeddedDatabase started() {
        try {
            return start.join();
        } catch (CompletionException e) {
            throw new NotStarted(home, e.getCause() == null ? e : e.getCause());
        }
    }

    /** Waits for a start that is under way, since it can't be cut short, and stops the server. Nothing if there is none. */
    void close() {
        start.handle((database, failure) -> {
                    if (database != null) {
                        database.close();
                    }
                    return failure;
                })
                .join();
    }

    /** The embedded database could not be started; the cause says why. */
    static final class NotStarted extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Path home;

        NotStarted(Path home, Throwable cause) {
            super(cause.getMessage(), cause);
            this.home = home;
        }

        Path home() {
            return home;
        }
    }
}
