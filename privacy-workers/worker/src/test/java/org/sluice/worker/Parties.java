package org.sluice.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sluice.process.Var;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.protocol.group.BatchedGroup.Step;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.data.DataSets;
import org.sluice.worker.data.DemoData;
import org.sluice.worker.data.Schema;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.jobs.Progress;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.Identity;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.Settings;
import org.sluice.worker.party.Trust;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.receipt.Receipt;
import org.sluice.worker.receipt.SignedReceipt;

/** A bank and a supplier that trust each other, in two folders, with waits short enough for a test. */
final class Parties {

    static final String BANK = "bank";
    static final String SUPPLIER = "supplier-a";

    private final WorkerFolder bank;
    private final WorkerFolder supplier;

    Parties(Path root) {
        bank = folder(root, BANK);
        supplier = folder(root, SUPPLIER);
        new Trust(bank).add(supplier.certificate(), false);
        new Trust(supplier).add(bank.certificate(), false);
    }

    WorkerFolder bank() {
        return bank;
    }

    WorkerFolder supplier() {
        return supplier;
    }

    static Worker open(WorkerFolder folder) {
        return Worker.open(folder, Settings.read(folder), Clock.systemUTC(), new SecureRandom());
    }

    static void companies(WorkerFolder folder, int from, int rows) {
        DemoData.write(folder, "companies", new DemoData.Window(Schema.USCC, 2026, from, rows));
    }

    /** The join in the clear, which the protocol must equal. */
    int join() {
        Set<String> common = identifiers(bank);
        common.retainAll(identifiers(supplier));
        return common.size();
    }

    private static Set<String> identifiers(WorkerFolder folder) {
        Set<String> identifiers = new HashSet<>();
        for (byte[] each : new DataSets(folder).read("companies").items()) {
            identifiers.add(new String(each, java.nio.charset.StandardCharsets.US_ASCII));
        }
        return identifiers;
    }

    boolean holds(WorkerFolder folder, String identifier) {
        return identifiers(folder).contains(identifier);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static DataSet set(WorkerFolder folder) {
        return new DataSets(folder).read("companies");
    }

    /** What a party signs about a job between the two in which this many were common. */
    String receipt(WorkerFolder signer, UUID job, int common) {
        Receipt receipt = new Receipt(
                job,
                MatchTestTopic.NAME,
                null,
                "ecdh/v1",
                "curve25519",
                "cardinality",
                0,
                100,
                new Receipt.Side(BANK, "companies@" + "a".repeat(64), 30),
                new Receipt.Side(SUPPLIER, "companies@" + "b".repeat(64), 40),
                common,
                4711,
                "c".repeat(64),
                signer.equals(bank) ? MatchTestTopic.LEARNER : MatchTestTopic.RESPONDER,
                1,
                "test",
                Instant.EPOCH,
                Instant.EPOCH);
        return SignedReceipt.sign(receipt, Identity.read(signer), new SecureRandom())
                .text();
    }

    /** The bank learns and the supplier responds. */
    Map<String, Object> task(UUID job, WorkerFolder own, Address peer) {
        boolean isBank = own.equals(bank);
        Map<String, Object> task = new HashMap<>();
        put(task, MatchTestTopic.JOB, job);
        put(task, MatchTestTopic.PARTY, isBank ? BANK : SUPPLIER);
        put(task, MatchTestTopic.PEER_PARTY, isBank ? SUPPLIER : BANK);
        put(task, MatchTestTopic.PEER_ADDRESS, peer.toString());
        put(task, MatchTestTopic.DATA_SET, set(own).handle().toString());
        put(task, MatchTestTopic.ROLE, isBank ? MatchTestTopic.LEARNER : MatchTestTopic.RESPONDER);
        put(task, MatchTestTopic.GROUP, "curve25519");
        put(task, MatchTestTopic.LEAST_SET, 0L);
        put(task, MatchTestTopic.GREATEST_SET, 100_000L);
        put(task, MatchTestTopic.DEADLINE, Date.from(Instant.now().plus(Duration.ofMinutes(10))));
        return task;
    }

    static <T> void put(Map<String, Object> task, Var<T> variable, T value) {
        task.put(variable.name(), variable.encode(value));
    }

    static Outcome run(Worker worker, Map<String, Object> task) {
        return run(worker, task, new Heard());
    }

    static Outcome run(Worker worker, Map<String, Object> task, Progress progress) {
        return worker.jobs().get(0).run(task, progress);
    }

    /** What a job said while it ran. */
    static final class Heard implements Progress {

        final List<Notice> waits = new CopyOnWriteArrayList<>();
        final List<Step> steps = new CopyOnWriteArrayList<>();

        @Override
        public void waits(Notice notice) {
            waits.add(notice);
        }

        @Override
        public void computes(Step step, int rows, int total, long bytes) {
            steps.add(step);
        }
    }

    static void configure(WorkerFolder folder, String key, Object value) {
        try {
            String settings = Files.readString(folder.settings());
            Files.writeString(folder.settings(), settings.replaceAll("(?m)^" + key + "=.*$", key + "=" + value));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Gives a worker that will be a process of its own an address that is free now, and its engine. */
    static Address settle(String engine, WorkerFolder folder) {
        Address address = free();
        configure(folder, "listen", address);
        configure(folder, "engine.url", engine);
        configure(folder, "peer.window", 30);
        return address;
    }

    /** An address at which nobody listens now. */
    static Address free() {
        try (ServerSocket free = new ServerSocket(0)) {
            return new Address("127.0.0.1", free.getLocalPort());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static WorkerFolder folder(Path root, String party) {
        WorkerFolder folder = WorkerFolder.create(root.resolve(party));
        Settings.writeTemplate(folder, "http://localhost:1/engine-rest", "127.0.0.1:0");
        Identity.create(folder, new PartyId(party), Instant.now(), new SecureRandom());
        Map.of(
                        "set.least", 0,
                        "line.measure", 0,
                        "peer.window", 4,
                        "peer.pause", 1,
                        "engine.lock", 3,
                        "engine.poll", 1,
                        "line.sign", 1,
                        "line.silence", 5,
                        "line.step", 30)
                .forEach((key, value) -> configure(folder, key, value));
        return folder;
    }
}
