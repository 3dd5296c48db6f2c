package org.sluice.protocol.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sluice.protocol.Misbehaviour;

class InMemoryChannelTest {

    private final InMemoryChannel.Pair pair = InMemoryChannel.pair(2, Duration.ofMillis(20));

    @Test
    void deliversFramesInOrderBothWays() {
        pair.left().send(new byte[] {1});
        pair.left().send(new byte[] {2, 2});
        pair.right().send(new byte[0]);

        assertThat(pair.right().receive()).containsExactly(1);
        assertThat(pair.right().receive()).containsExactly(2, 2);
        assertThat(pair.left().receive()).isEmpty();
    }

    @Test
    void leavesSentArrayToItsOwner() {
        byte[] frame = {1};
        pair.left().send(frame);
        frame[0] = 9;

        assertThat(pair.right().receive()).containsExactly(1);
    }

    @Test
    void acceptsLongestFrameAndRefusesOneByteMore() {
        pair.left().send(new byte[Channel.MAX_FRAME]);

        assertThat(pair.right().receive()).hasSize(Channel.MAX_FRAME);
        assertThatThrownBy(() -> pair.left().send(new byte[Channel.MAX_FRAME + 1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A frame of 4194305 bytes exceeds 4194304");
    }

    @Test
    void callsSilenceMisbehaviour() {
        assertThatThrownBy(() -> pair.left().receive())
                .isInstanceOf(Misbehaviour.class)
                .hasMessage("The peer sends no frame within 20 ms");
    }

    @Test
    void holdsNoMoreThanItsCapacity() {
        pair.left().send(new byte[1]);
        pair.left().send(new byte[1]);

        assertThatThrownBy(() -> pair.left().send(new byte[1]))
                .isInstanceOf(Misbehaviour.class)
                .hasMessage("The peer takes no frame within 20 ms");
    }

    @Test
    void letsPeerReadWhatWasSentBeforeClosing() {
        pair.left().send(new byte[] {7});
        pair.left().close();
        pair.left().close();

        assertThat(pair.right().receive()).containsExactly(7);
        assertThatThrownBy(() -> pair.right().receive()).isInstanceOf(ChannelClosed.class);
        assertThatThrownBy(() -> pair.right().send(new byte[1])).isInstanceOf(ChannelClosed.class);
    }

    @Test
    void stopsWaitingWhenInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> pair.left().receive()).isInstanceOf(ChannelClosed.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void needsRoomForOneFrame() {
        assertThatThrownBy(() -> InMemoryChannel.pair(0, Duration.ZERO))
                .hasMessage("A line must hold at least one frame, not 0");
    }
}
