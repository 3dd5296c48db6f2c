package org.sluice.protocol.channel;

/** The line is down. Nobody is to blame: the run may be tried again from its beginning, with fresh secrets. */
public final class ChannelClosed extends RuntimeException {

    public ChannelClosed(String why) {
        super(why);
    }
}
