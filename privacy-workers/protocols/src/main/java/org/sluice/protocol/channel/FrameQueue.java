package org.sluice.protocol.channel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.sluice.protocol.Misbehaviour;

/** One direction of an in-memory line: bounded, closable, with an end to waiting. */
final class FrameQueue {

    private final Queue<byte[]> frames = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final int capacity;
    private final Duration patience;
    private boolean closed;

    FrameQueue(int capacity, Duration patience) {
        this.capacity = capacity;
        this.patience = patience;
    }

    void put(byte[] frame) {
        lock.lock();
        try {
            await(() -> closed || frames.size() < capacity, "The peer takes no frame");
            if (closed) {
                throw new ChannelClosed("The channel is closed");
            }
            frames.add(frame);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    byte[] take() {
        lock.lock();
        try {
            await(() -> closed || !frames.isEmpty(), "The peer sends no frame");
            byte[] frame = frames.poll();
            if (frame == null) {
                throw new ChannelClosed("The channel is closed");
            }
            changed.signalAll();
            return frame;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void await(BooleanSupplier condition, String complaint) {
        long nanos = patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (nanos <= 0) {
                throw new Misbehaviour(
                        complaint + " within " + TimeUnit.NANOSECONDS.toMillis(patience.toNanos()) + " ms");
            }
            try {
                nanos = changed.awaitNanos(nanos);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new ChannelClosed("Interrupted while waiting for the peer");
            }
        }
    }
}
