package org.sluice.protocol.channel;

/** Counts and fingerprints what passes, in each direction, and changes nothing of it. */
public final class MeteredChannel implements Channel {

    private final Channel line;
    private final Transcript sent = new Transcript();
    private final Transcript received = new Transcript();

    public MeteredChannel(Channel line) {
        this.line = line;
    }

    /** A frame counts once the line has accepted it. */
    @Override
    public void send(byte[] frame) {
        line.send(frame);
        sent.add(frame);
    }

    @Override
    public byte[] receive() {
        byte[] frame = line.receive();
        received.add(frame);
        return frame;
    }

    @Override
    public void close() {
        line.close();
    }

    public Tally sent() {
        return sent.tally();
    }

    public Tally received() {
        return received.tally();
    }
}
