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
record Run(End<Overlap> learner, End<Answered> responder, MeteredChannel learnersLine, MeteredChannel respondersLine) {

    /** A result or the exception in its place. */
    record End<R>(Optional<R> result, Optional<RuntimeException> failure) {

        static <R> End<R> of(Supplier<R> party) {
            try {
                return new End<>(Optional.of(party.get()), Optional.empty());
            } catch (Misbehaviour | ChannelClosed expected) {
                return new End<>(Optional.empty(), Optional.of(expected));
            }
        }

        boolean isMisbehaviour() {
            return failure.filter(Misbehaviour.class::isInstance).isPresent();
        }
    }

    static Run of(Turn<Overlap> learner, Turn<Answered> responder) {
        return of(learner, responder, Duration.ofSeconds(20), line -> line, line -> line);
    }

    static Run of(
            Turn<Overlap> learner,
            Turn<Answered> responder,
            Duration patience,
            UnaryOperator<Channel> learnersPath,
            UnaryOperator<Channel> respondersPath) {
        InMemoryChannel.Pair pair = InMemoryChannel.pair(4, patience);
        MeteredChannel left = new MeteredChannel(learnersPath.apply(pair.left()));
        MeteredChannel right = new MeteredChannel(respondersPath.apply(pair.right()));
        CompletableFuture<End<Answered>> other = CompletableFuture.supplyAsync(
                () -> End.of(() -> new Session(right, Session.Order.SECOND).run(responder)));
        End<Overlap> own = End.of(() -> new Session(left, Session.Order.FIRST).run(learner));
        return new Run(own, other.join(), left, right);
    }

    /** Nothing was put out, and at least one side said why. */
    void assertNothingLearned() {
        assertThat(learner.result()).isEmpty();
        assertThat(learner.isMisbehaviour() || responder.isMisbehaviour()).isTrue();
    }
}
