package org.sluice.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.protocol.Cores;
import org.sluice.worker.data.DataSets;
import org.sluice.worker.jobs.Admission;
import org.sluice.worker.jobs.Encounters;
import org.sluice.worker.jobs.Groups;
import org.sluice.worker.jobs.Job;
import org.sluice.worker.jobs.Libraries;
import org.sluice.worker.jobs.Lines;
import org.sluice.worker.jobs.MatchTest;
import org.sluice.worker.jobs.Outcomes;
import org.sluice.worker.jobs.Receipts;
import org.sluice.worker.jobs.Rendezvous;
import org.sluice.worker.jobs.Room;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.orders.Means;
import org.sluice.worker.orders.PrivacyOrders;
import org.sluice.worker.orders.PrivacyRanges;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.Identity;
import org.sluice.worker.party.Settings;
import org.sluice.worker.party.Trust;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.query.HiddenQueries;
import org.sluice.worker.query.served.Computing;
import org.sluice.worker.receipt.CodeVersion;
import org.sluice.worker.shell.Post;
import org.sluice.worker.shell.Shell;
import org.sluice.worker.transport.Dialer;
import org.sluice.worker.transport.Reception;

/** One folder's worker, put together: reachable for peers, with jobs that somebody can give it. */
final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final WorkerFolder folder;
    private final Settings settings;
    private final Identity identity;
    private final Clock clock;
    private final Optional<FileLock> lock;
    private final Reception reception;
    private final Optional<HiddenQueries> queries;
    private final Lines lines;
    private final List<Job> jobs;

    private Worker(
            WorkerFolder folder,
            Settings settings,
            Identity identity,
            Clock clock,
            Optional<FileLock> lock,
            Reception reception,
            Optional<HiddenQueries> queries,
            Lines lines,
            List<Job> jobs) {
        this.folder = folder;
        this.settings = settings;
        this.identity = identity;
        this.clock = clock;
        this.lock = lock;
        this.reception = reception;
        this.queries = queries;
        this.lines = lines;
        this.jobs = jobs;
    }

    /** Opens the folder as its worker, of which there is one at a time, and listens for peers. */
    static Worker open(WorkerFolder folder, Settings settings, Clock clock, SecureRandom random) {
        return open(folder, settings, Optional.of(lock(folder)), clock, random);
    }

    /** Opens it as a further worker of the party, which only shares the ranges of runs; there may be any number of them. */
    static Worker openFurther(WorkerFolder folder, Settings settings, Clock clock, SecureRandom random) {
        return open(folder, settings, Optional.empty(), clock, random);
    }

    private static Worker open(
            WorkerFolder folder, Settings settings, Optional<FileLock> lock, Clock clock, SecureRandom random) {
        Identity identity = Identity.read(folder);
        Trust trust = new Trust(folder);
        Outcomes outcomes = new Outcomes(folder);
        Dialer dialer = new Dialer(identity, trust, settings.patience(), clock);
        Room room = room(settings, clock);
        Rendezvous rendezvous = new Rendezvous(identity.party(), trust, outcomes, dialer, room, clock, random);
        Groups groups = groups(folder, settings);
        Receipts receipts = new Receipts(identity, CodeVersion.present(), clock, random);
        Lines lines = new Lines(settings.measure());
        Encounters encounters = new Encounters(settings, outcomes, rendezvous, lines);
        Admission admission = new Admission(settings, new DataSets(folder), rendezvous);
        Means means = new Means(folder, admission, encounters, groups, receipts, random);
        Job ranges = new PrivacyRanges(means);
        List<Job> jobs = lock.isEmpty()
                ? List.of(ranges)
                : List.of(
                        new MatchTest(admission, encounters, groups, receipts, random),
                        new PrivacyOrders(means),
                        ranges);
        Reception reception =
                Reception.open(settings.listen(), identity, trust, settings.patience(), clock, rendezvous);
        Optional<HiddenQueries> queries = lock.map(ours ->
                HiddenQueries.open(folder, settings, identity, trust, clock, computing(settings, groups, random)));
        room.besides(() -> means.bytes() + queries.map(HiddenQueries::bytes).orElse(0L));
        return new Worker(folder, settings, identity, clock, lock, reception, queries, lines, jobs);
    }

    List<Job> jobs() {
        return jobs;
    }

    /** Where peers ask this worker's lists, if it serves any. */
    Optional<Address> queriesAddress() {
        return queries.flatMap(HiddenQueries::served);
    }

    Identity identity() {
        return identity;
    }

    Address address() {
        return new Address(settings.listen().host(), reception.port());
    }

    /** Begins to take tasks from the engine. */
    Shell takeTasks() {
        LOG.info(
                "The worker of {} listens at {} and asks {} for tasks", identity.party(), address(), settings.engine());
        Post post = new Post(identity.party(), address(), lock.isEmpty());
        return Shell.open(settings, post, folder, clock, lines, jobs);
    }

    private static Room room(Settings settings, Clock clock) {
        long heap = Runtime.getRuntime().maxMemory();
        return new Room(settings.memory() == 0 ? Room.within(heap) : (long) settings.memory() << 20, clock);
    }

    private static ExecutorService threads(Settings settings, String name) {
        return Executors.newFixedThreadPool(settings.threads(), runnable -> {
            Thread thread = new Thread(runnable, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Apart from those of jobs, so that a question of a moment does not wait behind work of minutes. */
    private static Computing computing(Settings settings, Groups groups, SecureRandom random) {
        Cores cores = new Cores(threads(settings, "queries"), settings.threads() - 1);
        return new Computing(cores, groups.libraries().p256(), random);
    }

    private static Groups groups(WorkerFolder folder, Settings settings) {
        try {
            return new Groups(Libraries.of(settings.curveProvider()), threads(settings, "mathematics"));
        } catch (IllegalArgumentException unknown) {
            throw new Problem(
                    NoticeCode.SETTING_WRONG,
                    "curve.provider",
                    folder.settings(),
                    settings.curveProvider(),
                    String.valueOf(unknown.getMessage()));
        }
    }

    private static FileLock lock(WorkerFolder folder) {
        try {
            FileChannel file = FileChannel.open(
                    folder.root().resolve("running"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = file.tryLock();
            if (lock == null) {
                throw new Problem(NoticeCode.FOLDER_IN_USE, folder.root());
            }
            return lock;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        queries.ifPresent(HiddenQueries::close);
        reception.close();
        lock.ifPresent(Worker::giveBack);
    }

    private static void giveBack(FileLock lock) {
        try {
            lock.channel().close();
        } catch (IOException alreadyReleased) {
            LOG.debug("The folder's lock was gone", alreadyReleased);
        }
    }
}
