package org.sluice.worker.jobs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.sluice.protocol.channel.MeteredChannel;

/**
 * What has gone over a line, equal at both ends.
 *
 * @param hash lower-case hex, over both directions
 */
public record Transcript(String hash, long bytes) {

    /** Of everything up to now. */
    public static Transcript of(String label, MeteredChannel channel, Role role) {
        String sent = channel.sent().sha256();
        String received = channel.received().sha256();
        String both = label + " " + (role == Role.LEARNER ? sent + received : received + sent);
        return new Transcript(sha256(both), bytes(channel));
    }

    public static long bytes(MeteredChannel channel) {
        return channel.sent().bytes() + channel.received().bytes();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
