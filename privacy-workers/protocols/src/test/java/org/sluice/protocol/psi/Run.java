package org.sluice.protocol.psi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.channel.ChannelClosed;
import org.sluice.protocol.channel.InMemoryChannel;
import org.sluice.protocol.channel.MeteredChannel;
import org.sluice.protocol.session.Session;
import org.sluice.protocol.session.Turn;

/** Both parties of one run in one process, and how each of them ended. */
public record Run<L, R>(End<L> learner, End<R> responder, MeteredChannel learnersLine, MeteredChannel respondersLine) {

    /** Bytes of the frame in which a party confirms the transcripts. */
    public static final int CONFIRMATION = 65;

    /** A result or the exception in its place. */
    public record End<T>(Optional<T> result, Optional<RuntimeException> failure) {

        static <T> End<T> of(Supplier<T> party) {
            try {
                return new End<>(Optional.of(party.get()), Optional.empty());
            } catch (Misbehaviour | ChannelClosed expected) {
                return new End<>(Optional.empty(), Optional.of(expected));
            }
        }

        public boolean isMisbehaviour() {
            return failure.filter(Misbehaviour.class::isInstance).isPresent();
        }
    }

    public static <L, R> Run<L, R> of(Turn<L> learner, Turn<R> responder) {
        return of(learner, responder, Duration.ofSeconds(20), line -> line, line -> line);
    }

    public static <L, R> Run<L, R> of(
            Turn<L> learner,
            Turn<R> responder,
            Duration patience,
            UnaryOperator<Channel> learnersPath,
            UnaryOperator<Channel> respondersPath) {
        InMemoryChannel.Pair pair = InMemoryChannel.pair(4, patience);
        MeteredChannel left = new MeteredChannel(learnersPath.apply(pair.left()));
        MeteredChannel right = new MeteredChannel(respondersPath.apply(pair.right()));
        CompletableFuture<End<R>> other = CompletableFuture.supplyAsync(
                () -> End.of(() -> new Session(right, Session.Order.SECOND).run(responder)));
        End<L> own = End.of(() -> new Session(left, Session.Order.FIRST).run(learner));
        return new Run<>(own, other.join(), left, right);
    }

    /** Nothing was put out, and at least one side said why. */
    public void assertNothingLearned() {
        assertThat(learner.result()).isEmpty();
        assertThat(learner.isMisbehaviour() || responder.isMisbehaviour()).isTrue();
    }

    /** Nothing was put out by either side, and at least one side said why. */
    public void assertNobodyLearned() {
        assertNothingLearned();
        assertThat(responder.result()).isEmpty();
    }
}
