package org.sluice.protocol.channel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.Misbehaviour;

/** One direction of a line: bounded, closable, with an end to waiting. What was put in before the end can still be taken. */
public final class FrameQueue {

    private final Queue<byte[]> frames = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final int capacity;
    private @Nullable RuntimeException end;

    public FrameQueue(int capacity) {
        this.capacity = capacity;
    }

    /** Waits for room; the peer's slowness beyond the patience is misbehaviour. */
    public void put(byte[] frame, Duration patience) {
        lock.lock();
        try {
            if (!await(() -> end != null || frames.size() < capacity, patience)) {
                throw new Misbehaviour("The peer takes no frame within " + patience.toMillis() + " ms");
            }
            if (end != null) {
                throw end;
            }
            frames.add(frame);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a frame; the peer's silence beyond the patience is misbehaviour. */
    public byte[] take(Duration patience) {
        return poll(patience)
                .orElseThrow(() -> new Misbehaviour("The peer sends no frame within " + patience.toMillis() + " ms"));
    }

    /** The next frame, or nothing if none came within this time. */
    public Optional<byte[]> poll(Duration wait) {
        lock.lock();
        try {
            if (!await(() -> end != null || !frames.isEmpty(), wait)) {
                return Optional.empty();
            }
            byte[] frame = frames.poll();
            if (frame == null && end != null) {
                throw end;
            }
            changed.signalAll();
            return Optional.ofNullable(frame);
        } finally {
            lock.unlock();
        }
    }

    public void close() {
        end(new ChannelClosed("The channel is closed"));
    }

    /** Closes for a reason, which both ends of the queue then meet; the first reason stands. */
    public void end(RuntimeException reason) {
        lock.lock();
        try {
            if (end == null) {
                end = reason;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean await(BooleanSupplier condition, Duration patience) {
        long nanos = patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (nanos <= 0) {
                return false;
            }
            try {
                nanos = changed.awaitNanos(nanos);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new ChannelClosed("Interrupted while waiting for the peer");
            }
        }
        return true;
    }
}
