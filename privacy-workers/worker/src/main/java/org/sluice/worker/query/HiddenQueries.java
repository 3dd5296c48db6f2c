package org.sluice.worker.query;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.Identity;
import org.sluice.worker.party.Patience;
import org.sluice.worker.party.Settings;
import org.sluice.worker.party.Trust;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.query.asked.HiddenQueryClient;
import org.sluice.worker.query.door.Door;
import org.sluice.worker.query.door.QueryToken;
import org.sluice.worker.query.served.Computing;
import org.sluice.worker.query.served.ListDesk;
import org.sluice.worker.transport.Dialer;
import org.sluice.worker.transport.Reception;

/** What a worker has of hidden queries by its settings: a place where peers ask, a door for its own house, both or neither. */
public final class HiddenQueries implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HiddenQueries.class);

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private @Nullable Address served;
    private LongSupplier bytes = () -> 0;

    private HiddenQueries() {}

    public static HiddenQueries open(
            WorkerFolder folder, Settings settings, Identity identity, Trust trust, Clock clock, Computing computing) {
        HiddenQueries queries = new HiddenQueries();
        settings.queries().listen().ifPresent(address -> {
            ListDesk desk = ListDesk.open(folder, clock, computing);
            queries.parts.push(desk);
            queries.bytes = desk::bytes;
            Reception reception = Reception.open(address, identity, trust, settings.patience(), clock, desk);
            queries.parts.push(reception);
            queries.served = new Address(address.host(), reception.port());
            LOG.info("The worker of {} answers questions to its lists at {}", identity.party(), queries.served);
        });
        settings.queries().door().ifPresent(address -> {
            Dialer dialer = new Dialer(identity, trust, brisk(settings.patience()), clock);
            HiddenQueryClient client =
                    new HiddenQueryClient(folder, trust, dialer, computing.random(), computing.cores());
            queries.parts.push(client);
            queries.parts.push(Door.open(address, client, QueryToken.of(folder, computing.random())));
            LOG.info("Systems of {} ask peers' lists at {}", identity.party(), address);
        });
        return queries;
    }

    /** A question takes moments where a step of a job may take minutes; a peer that lets it wait keeps a thread of the door. */
    private static Patience brisk(Patience jobs) {
        Duration step = jobs.step().compareTo(ANSWERED_WITHIN) < 0 ? jobs.step() : ANSWERED_WITHIN;
        return new Patience(jobs.connect(), jobs.sign(), jobs.silence(), step);
    }

    /** Where peers ask, with the port that was free if the settings left it open. */
    public Optional<Address> served() {
        return Optional.ofNullable(served);
    }

    /** Of memory that the served lists take, each counted as while it is rebuilt. */
    public long bytes() {
        return bytes.getAsLong();
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception stays) {
                LOG.warn("Something of hidden queries did not close", stays);
            }
        }
    }
}
