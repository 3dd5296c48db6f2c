package org.sluice.worker.orders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A range in the hands of one worker: while it is held, no other worker of the party works on the range's files, whatever
 * the engine believes of locks that have expired. A killed process holds nothing.
 */
final class RangeHold implements AutoCloseable {

    /** A system gives a file's lock back with the first of a process's descriptors that is closed: each has one at most. */
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private RangeHold(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Empty where somebody has it. */
    static Optional<RangeHold> of(Path file) {
        if (!HERE.add(file)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        boolean held = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            held = lock != null;
            return held ? Optional.of(new RangeHold(file, channel)) : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            if (!held) {
                giveUp(file, channel);
            }
        }
    }

    private static void giveUp(Path file, @Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            HERE.remove(file);
        }
    }

    @Override
    public void close() {
        giveUp(file, channel);
    }
}
