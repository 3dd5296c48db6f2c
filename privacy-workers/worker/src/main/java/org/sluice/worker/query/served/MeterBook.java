package org.sluice.worker.query.served;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.hidden.Meter;
import org.sluice.protocol.hidden.Toll;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.query.wire.ListName;

/**
 * Counts what peers take, on the disk: a file a day (UTC), a line a count, forced before the method returns. A last line that
 * is cut off was never followed by an answer, and is dropped when the file is opened again. May be shared by threads.
 */
public final class MeterBook {

    private final Path folder;
    private final Clock clock;
    private final Map<MeterLine.Account, Long> counts = new HashMap<>();
    private @Nullable LocalDate day;
    private @Nullable FileChannel file;

    /** @param folder which need not be there yet */
    public MeterBook(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        try {
            WorkerFolder.directory(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What one peer is charged for one list, until a limit for each of the two counts a day. */
    Toll toll(PartyId peer, ListName list, long most) {
        return new Toll() {
            @Override
            public void takeEvaluations(int count) {
                take(new MeterLine.Account(peer.name(), list.name(), MeterLine.EVALUATIONS), count, most);
            }

            @Override
            public void takeRetrievals(int count) {
                take(new MeterLine.Account(peer.name(), list.name(), MeterLine.RETRIEVALS), count, most);
            }
        };
    }

    private synchronized void take(MeterLine.Account account, int count, long most) {
        try {
            FileChannel today = today();
            long before = counts.getOrDefault(account, 0L);
            if (before > most - count) {
                throw new Meter.Spent(account.what(), most);
            }
            ByteBuffer line =
                    ByteBuffer.wrap(new MeterLine(account, count).toString().getBytes(StandardCharsets.US_ASCII));
            while (line.hasRemaining()) {
                today.write(line);
            }
            today.force(false);
            counts.put(account, before + count);
        } catch (IOException failed) {
            close();
            throw new UncheckedIOException("What is taken cannot be counted", failed);
        }
    }

    private FileChannel today() throws IOException {
        LocalDate now = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        FileChannel open = file;
        if (open != null && now.equals(day)) {
            return open;
        }
        close();
        FileChannel opened = opened(folder.resolve(now.toString()));
        file = opened;
        day = now;
        return opened;
    }

    /** @throws Problem if it holds what no meter has written */
    private FileChannel opened(Path path) throws IOException {
        boolean isNew = !Files.exists(path);
        FileChannel opened =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            WorkerFolder.onlyForOwner(path, "rw-------");
            goOn(opened, path);
            if (isNew) {
                WorkerFolder.settle(folder);
            }
            return opened;
        } catch (IOException | RuntimeException failed) {
            opened.close();
            throw failed;
        }
    }

    private void goOn(FileChannel opened, Path path) throws IOException {
        counts.clear();
        long whole = MeterLine.read(path, each -> counts.merge(each.account(), (long) each.count(), Long::sum));
        opened.truncate(whole);
        opened.position(whole);
        opened.force(true);
    }

    /** Opens again with the next count. */
    public synchronized void close() {
        FileChannel open = file;
        file = null;
        day = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException alreadyGone) {
                // every line was forced
            }
        }
    }
}
