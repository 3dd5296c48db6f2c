package org.sluice.worker.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.sluice.worker.party.Address;

/** The path between two workers as an attacker or a bad network has it: passes bytes on, flips one, holds them back, or cuts. */
public final class Wire implements AutoCloseable {

    private final ServerSocket door;
    private final Address target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicLong toTarget = new AtomicLong();
    private final AtomicLong fromTarget = new AtomicLong();
    private volatile long flipToTargetAt = -1;
    private volatile long flipFromTargetAt = -1;
    private volatile boolean held;

    public Wire(Address target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public Address address() {
        return new Address("127.0.0.1", door.getLocalPort());
    }

    /** Flips one bit of this byte of all that goes to the target. */
    public Wire flipToTarget(long at) {
        flipToTargetAt = at;
        return this;
    }

    public Wire flipFromTarget(long at) {
        flipFromTargetAt = at;
        return this;
    }

    /** From now on nothing passes, and nobody is told. */
    public void hold() {
        held = true;
    }

    public void cut() {
        sockets.forEach(Wire::close);
    }

    public long passedToTarget() {
        return toTarget.get();
    }

    public long passedFromTarget() {
        return fromTarget.get();
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket caller = door.accept();
                Socket called = new Socket(target.host(), target.port());
                sockets.addAll(List.of(caller, called));
                start(() -> pass(caller, called, toTarget, true));
                start(() -> pass(called, caller, fromTarget, false));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void pass(Socket from, Socket to, AtomicLong count, boolean toTarget) {
        byte[] buffer = new byte[8192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                long flip = (toTarget ? flipToTargetAt : flipFromTargetAt) - count.getAndAdd(length);
                if (flip >= 0 && flip < length) {
                    buffer[(int) flip] ^= 1;
                }
                if (!held) {
                    out.write(buffer, 0, length);
                }
            }
        } catch (IOException cut) {
            // both ends hear of it
        } finally {
            close(from);
            close(to);
        }
    }

    private static void start(Runnable runnable) {
        Thread thread = new Thread(runnable, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            // closed
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
