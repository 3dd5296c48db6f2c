package org.sluice.protocol.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.channel.ChannelClosed;
import org.sluice.protocol.channel.InMemoryChannel;
import org.sluice.protocol.channel.MeteredChannel;

class SessionTest {

    private final InMemoryChannel.Pair pair = InMemoryChannel.pair(4, Duration.ofSeconds(10));
    private final Turn<String> asks = new Turn.Send<>(new byte[] {1}, () -> hears("learned "));
    private final Turn<String> answers =
            new Turn.Receive<>(question -> new Turn.Send<>(new byte[] {2}, () -> new Turn.Finished<>("told")));

    @Test
    void givesResultsOnceBothSawTheSameFrames() {
        CompletableFuture<String> other = CompletableFuture.supplyAsync(
                () -> session(pair.right(), Session.Order.SECOND).run(answers));

        assertThat(session(pair.left(), Session.Order.FIRST).run(asks)).isEqualTo("learned 2");
        assertThat(other.join()).isEqualTo("told");
    }

    /** The protocol takes any byte for an answer: only the transcripts can tell. */
    @Test
    void withholdsResultWhenAnAnswerWasAltered() {
        CompletableFuture<String> other = CompletableFuture.supplyAsync(
                () -> session(pair.right(), Session.Order.SECOND).run(answers));

        assertThatThrownBy(() ->
                        session(altering(pair.left()), Session.Order.FIRST).run(asks))
                .isInstanceOfAny(Misbehaviour.class, ChannelClosed.class);
        assertThatThrownBy(other::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(Misbehaviour.class)
                .hasRootCauseMessage("The two sides did not see the same frames");
    }

    @Test
    void closesTheLineWhenItsPartyFails() {
        Turn<String> failing = new Turn.Send<>(new byte[1], () -> {
            throw new Misbehaviour("noticed");
        });

        assertThatThrownBy(() -> session(pair.left(), Session.Order.FIRST).run(failing))
                .hasMessage("noticed");
        pair.right().receive();
        assertThatThrownBy(() -> pair.right().receive()).isInstanceOf(ChannelClosed.class);
    }

    @Test
    void releasesWhatARunHeldHoweverItEnds() {
        List<String> released = new ArrayList<>();
        Turn<String> failing = new Turn.Send<>(new byte[1], () -> {
            throw new Misbehaviour("noticed");
        });
        CompletableFuture<String> other = CompletableFuture.supplyAsync(
                () -> session(pair.right(), Session.Order.SECOND).run(answers));
        session(pair.left(), Session.Order.FIRST).run(new Turn.Holding<>(() -> released.add("well"), asks));
        other.join();

        assertThat(released).containsExactly("well");
        assertThatThrownBy(() -> session(pair.left(), Session.Order.FIRST)
                        .run(new Turn.Holding<>(() -> released.add("badly"), failing)))
                .hasMessage("noticed");
        assertThat(released).containsExactly("well", "badly");
    }

    private static Turn<String> hears(String prefix) {
        return new Turn.Receive<>(answer -> new Turn.Finished<>(prefix + answer[0]));
    }

    private static Session session(Channel line, Session.Order order) {
        return new Session(new MeteredChannel(line), order);
    }

    private static Channel altering(Channel line) {
        return new Channel() {
            @Override
            public void send(byte[] frame) {
                line.send(frame);
            }

            @Override
            public byte[] receive() {
                byte[] frame = line.receive();
                frame[0] ^= 1;
                return frame;
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }
}
