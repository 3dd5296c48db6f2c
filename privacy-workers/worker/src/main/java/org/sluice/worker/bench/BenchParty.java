package org.sluice.worker.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Consumer;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.channel.ChannelClosed;
import org.sluice.protocol.channel.MeteredChannel;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.Identity;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.Patience;
import org.sluice.worker.party.Trust;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.transport.Dialer;
import org.sluice.worker.transport.Reception;

/**
 * One party of a measured protocol, in a process of its own: prepares its elements, meets the other, and runs as often as
 * it was told. Says where it listens, then each run, in lines for the process that started it.
 */
public record BenchParty(Clock clock, SecureRandom random) {

    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofHours(2));
    private static final byte[] READY = {1};

    /**
     * What it is told.
     *
     * @param peer where the responder listens; only the learner reads it
     */
    public record Orders(
            Path folder, String contest, boolean learner, int size, int rounds, String provider, Address peer) {}

    /** Returns when all runs are done, and the responder has told what this virtual machine does at most. */
    public void run(Orders orders, Consumer<Map<String, Object>> say) throws InterruptedException {
        try (Tools tools = Tools.of(orders.provider(), random)) {
            contest(orders, tools, say);
            if (!orders.learner()) {
                Limit limit = Contests.named(orders.contest()).limit(new Limits(tools, random));
                say.accept(Map.of("limit", limit.elementsPerSecond(), "limitIs", limit.what()));
            }
        }
    }

    private void contest(Orders orders, Tools tools, Consumer<Map<String, Object>> say) throws InterruptedException {
        Role role = orders.learner() ? Role.LEARNER : Role.RESPONDER;
        WorkerFolder folder = WorkerFolder.of(orders.folder());
        Identity identity = Identity.read(folder);
        Trust trust = new Trust(folder);
        Contest.Party party = Contests.named(orders.contest()).prepare(role, orders.size(), tools);
        if (role == Role.LEARNER) {
            Channel line = new Dialer(identity, trust, PATIENCE, clock)
                    .dial(new PartyId(Role.RESPONDER.party()), orders.peer());
            runs(orders, role, party, line, say);
            return;
        }
        SynchronousQueue<Channel> callers = new SynchronousQueue<>();
        try (Reception reception = Reception.open(
                new Address("127.0.0.1", 0), identity, trust, PATIENCE, clock, (peer, line) -> give(callers, line))) {
            say.accept(Map.of("port", reception.port()));
            runs(orders, role, party, callers.take(), say);
        }
    }

    private static void give(SynchronousQueue<Channel> callers, Channel line) {
        try {
            callers.put(line);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void runs(
            Orders orders, Role role, Contest.Party party, Channel line, Consumer<Map<String, Object>> say) {
        for (int round = 0; round < orders.rounds(); round++) {
            meet(role, line);
            MeteredChannel metered = new MeteredChannel(line);
            Processor before = Processor.now();
            long begin = System.nanoTime();
            party.run(metered);
            double seconds = (System.nanoTime() - begin) / 1e9;
            long bytes = metered.sent().bytes() + metered.received().bytes();
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("seconds", seconds);
            told.put("bytes", bytes);
            told.put("peakRssMiB", peakMiB());
            Processor spent = Processor.now().since(before);
            told.put("processorSeconds", spent.seconds());
            told.put("compilerSeconds", spent.compilers());
            told.put("figures", party.figures());
            say.accept(told);
        }
        meet(role, line);
        if (role == Role.RESPONDER) {
            awaitFarewell(line);
        }
        line.close();
    }

    /** A process that ended first would take along what it has said and not yet written. */
    private static void awaitFarewell(Channel line) {
        try {
            line.receive();
        } catch (ChannelClosed farewell) {
            return;
        }
        throw new IllegalStateException("The learner goes on after its last run");
    }

    /** Neither clock runs before both are there. */
    private static void meet(Role role, Channel line) {
        if (role == Role.LEARNER) {
            line.send(READY);
            line.receive();
        } else {
            line.receive();
            line.send(READY);
        }
    }

    /** The kernel's high-water mark of this process (VmHWM). */
    private static long peakMiB() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
