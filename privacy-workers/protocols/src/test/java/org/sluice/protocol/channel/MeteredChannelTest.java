package org.sluice.protocol.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MeteredChannelTest {

    private final InMemoryChannel.Pair pair = InMemoryChannel.pair(8, Duration.ofSeconds(1));
    private final MeteredChannel left = new MeteredChannel(pair.left());
    private final MeteredChannel right = new MeteredChannel(pair.right());

    @Test
    void countsFramesAndBytesEachWay() {
        left.send(new byte[5]);
        left.send(new byte[7]);
        right.receive();
        right.receive();

        assertThat(left.sent()).extracting(Tally::frames, Tally::bytes).containsExactly(2L, 12L);
        assertThat(left.received()).extracting(Tally::frames, Tally::bytes).containsExactly(0L, 0L);
        assertThat(right.received()).isEqualTo(left.sent());
        assertThat(right.sent()).isEqualTo(left.received());
    }

    @Test
    void hashesLengthAndContentOfEachFrame() {
        left.send(new byte[] {'a', 'b', 'c'});

        // SHA-256 of 00 00 00 03 61 62 63, computed outside of this code base
        assertThat(left.sent().sha256()).isEqualTo("d04b72a650ce0f8ce4963330a53ee2832733d2baeffff3c1d8e256cca096d120");
    }

    @Test
    void tellsFrameBordersApart() {
        left.send(new byte[] {1, 2});
        left.send(new byte[] {3});
        right.send(new byte[] {1});
        right.send(new byte[] {2, 3});

        assertThat(left.sent().sha256()).isNotEqualTo(right.sent().sha256());
        assertThat(left.sent().bytes()).isEqualTo(right.sent().bytes());
    }

    @Test
    void goesOnHashingAfterBeingAsked() {
        Tally before = left.sent();
        left.send(new byte[1]);
        Tally between = left.sent();
        left.send(new byte[1]);

        assertThat(left.sent().sha256()).isNotEqualTo(between.sha256());
        assertThat(between.sha256()).isNotEqualTo(before.sha256());
    }
}
