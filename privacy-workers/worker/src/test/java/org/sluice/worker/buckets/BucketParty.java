package org.sluice.worker.buckets;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.channel.ChannelClosed;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.ecdh.Ecdh;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.Identity;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.Patience;
import org.sluice.worker.party.Trust;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.transport.Dialer;
import org.sluice.worker.transport.PeerAway;
import org.sluice.worker.transport.Reception;

/** One party of a bucketed run as a process that can be killed: folder, role, port, first item, number of items. */
final class BucketParty {

    static final int BUCKETS = 4;

    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(2));

    private BucketParty() {}

    public static void main(String[] arguments) throws IOException {
        WorkerFolder folder = WorkerFolder.of(Path.of(arguments[0]));
        int port = Integer.parseInt(arguments[2]);
        SecureRandom random = new SecureRandom();
        Path job = Files.createDirectories(folder.jobs().resolve("job"));
        SpreadSet items = Numbers.spread(
                job, Numbers.from(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4])), BUCKETS);
        BucketExchange exchange = new BucketExchange(
                new BucketTerms(
                        new Ecdh(Numbers.group(), random), Output.ONE_LEARNS, Numbers.SALT, BUCKETS, 0, BUCKETS, 3),
                items,
                Integer.parseInt(arguments[5]),
                ledger(folder),
                random);
        if (arguments[1].equals("learner")) {
            learn(folder, port, exchange);
        } else {
            respond(folder, port, exchange);
        }
    }

    static Ledger ledger(WorkerFolder folder) {
        return new Ledger(
                folder.jobs().resolve("job"), Vault.of(folder.root().resolve("results.key"), new SecureRandom()));
    }

    private static void learn(WorkerFolder folder, int port, BucketExchange exchange) {
        Dialer dialer = new Dialer(Identity.read(folder), new Trust(folder), PATIENCE, Clock.systemUTC());
        boolean done = false;
        while (!done) {
            try {
                exchange.learn(dialled(dialer, port), bucket -> System.out.println("done " + bucket));
                done = true;
            } catch (ChannelClosed broken) {
                System.out.println("broken");
            }
        }
        System.out.println("end");
    }

    private static Channel dialled(Dialer dialer, int port) {
        AtomicReference<Channel> line = new AtomicReference<>();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsMatching(PeerAway.class::isInstance)
                .until(() -> {
                    line.set(dialer.dial(new PartyId("supplier"), new Address("127.0.0.1", port)));
                    return true;
                });
        return line.get();
    }

    private static void respond(WorkerFolder folder, int port, BucketExchange exchange) throws IOException {
        try (Reception reception = Reception.open(
                new Address("127.0.0.1", port),
                Identity.read(folder),
                new Trust(folder),
                PATIENCE,
                Clock.systemUTC(),
                (caller, line) -> {
                    try {
                        exchange.respond(line, bucket -> {});
                    } catch (ChannelClosed callerGone) {
                        line.close();
                    }
                })) {
            System.out.println("listening " + reception.port());
            while (System.in.read() >= 0) {
                // lives as long as the test
            }
        }
    }
}
