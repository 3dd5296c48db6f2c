package org.sluice.protocol.psi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sluice.protocol.channel.Channel;

/** A path that does something to one frame: what leaves the sender is not what arrives. */
public final class TamperingChannel implements Channel {

    public enum Damage {
        FIRST_BIT,
        LAST_BIT,
        SHORTENED,
        LENGTHENED,
        LOST,
        DOUBLED,
        SWAPPED
    }

    private final Channel line;
    private final Damage damage;
    private final int target;
    private final List<byte[]> heldBack = new ArrayList<>();
    private int count;

    public TamperingChannel(Channel line, Damage damage, int target) {
        this.line = line;
        this.damage = damage;
        this.target = target;
    }

    @Override
    public void send(byte[] frame) {
        if (count++ == target) {
            damage(frame.clone());
        } else {
            line.send(frame);
            heldBack.forEach(line::send);
            heldBack.clear();
        }
    }

    private void damage(byte[] frame) {
        switch (damage) {
            case FIRST_BIT -> line.send(flipped(frame, 0, 0x80));
            case LAST_BIT -> line.send(flipped(frame, frame.length - 1, 1));
            case SHORTENED -> line.send(Arrays.copyOf(frame, frame.length - 1));
            case LENGTHENED -> line.send(Arrays.copyOf(frame, frame.length + 1));
            case LOST -> {}
            case DOUBLED -> {
                line.send(frame);
                line.send(frame);
            }
            case SWAPPED -> heldBack.add(frame);
        }
    }

    private static byte[] flipped(byte[] frame, int index, int mask) {
        frame[index] ^= (byte) mask;
        return frame;
    }

    @Override
    public byte[] receive() {
        return line.receive();
    }

    @Override
    public void close() {
        line.close();
    }
}
