package org.sluice.worker.query.asked;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.sluice.protocol.channel.Channel;
import org.sluice.worker.query.wire.Refusal;
import org.sluice.worker.query.wire.Refused;
import org.sluice.worker.query.wire.Wire;
import org.sluice.worker.transport.Dialer;

/** Lines to peers that stay open between questions; each is one question's at a time. */
final class Lines implements AutoCloseable {

    private static final int OF_ONE = 4;

    /** Questions that wait for a line to one peer: beyond them it counts as busy at once, so that it holds up no other's. */
    private static final int WAITING = 20;

    /** For a line that others of this house have. */
    private static final Duration WAITS = Duration.ofSeconds(5);

    private final Dialer dialer;
    private final Map<Peer, Pool> pools = new ConcurrentHashMap<>();
    private final Set<Channel> open = new HashSet<>();

    Lines(Dialer dialer) {
        this.dialer = dialer;
    }

    private static final class Pool {
        private final Semaphore room = new Semaphore(OF_ONE, true);
        private final Semaphore queue = new Semaphore(WAITING);
        private final Deque<Channel> idle = new ArrayDeque<>();
    }

    /** A line while it is one question's. */
    final class Lease implements AutoCloseable {

        private final Pool pool;
        private final Channel line;
        private final boolean used;
        private boolean isWhole;

        private Lease(Pool pool, Channel line, boolean used) {
            this.pool = pool;
            this.line = line;
            this.used = used;
        }

        Wire wire() {
            return new Wire(line);
        }

        /** Whether it lay idle before, and so may have gone down unnoticed. */
        boolean wasIdle() {
            return used;
        }

        /** The conversation has ended as it should: the next one may have the line. */
        void isWhole() {
            isWhole = true;
        }

        @Override
        public void close() {
            if (isWhole) {
                synchronized (pool) {
                    pool.idle.push(line);
                }
            } else {
                synchronized (open) {
                    open.remove(line);
                }
                line.close();
            }
            pool.room.release();
        }
    }

    /**
     * A line to a peer, after a wait if all are in use.
     *
     * @throws Refused as busy if they stay in use, or too many wait
     * @throws org.sluice.worker.transport.PeerAway if nobody answers
     * @throws org.sluice.worker.transport.PeerNotProven if somebody else does
     */
    Lease take(Peer peer) {
        Pool pool = pools.computeIfAbsent(peer, each -> new Pool());
        await(pool);
        try {
            Channel idle;
            synchronized (pool) {
                idle = pool.idle.poll();
            }
            return idle == null ? new Lease(pool, dialled(peer), false) : new Lease(pool, idle, true);
        } catch (RuntimeException failed) {
            pool.room.release();
            throw failed;
        }
    }

    private static void await(Pool pool) {
        boolean inQueue = false;
        try {
            // with a time, since the untimed one is not fair
            if (pool.room.tryAcquire(0, TimeUnit.MILLISECONDS)) {
                return;
            }
            inQueue = pool.queue.tryAcquire();
            if (inQueue && pool.room.tryAcquire(WAITS.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } finally {
            if (inQueue) {
                pool.queue.release();
            }
        }
        throw new Refused(Refusal.BUSY);
    }

    private Channel dialled(Peer peer) {
        Channel line = dialer.dial(peer.party(), peer.address());
        synchronized (open) {
            open.add(line);
        }
        return line;
    }

    @Override
    public void close() {
        synchronized (open) {
            open.forEach(Channel::close);
            open.clear();
        }
    }
}
