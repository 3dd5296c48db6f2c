package org.sluice.protocol.psi.ecdh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.channel.ChannelClosed;
import org.sluice.protocol.channel.InMemoryChannel;
import org.sluice.protocol.channel.MeteredChannel;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.group.Curve25519Group;
import org.sluice.protocol.group.Encoding;
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Overlap;
import org.sluice.protocol.psi.Release;
import org.sluice.protocol.psi.Samples;
import org.sluice.protocol.psi.TamperingChannel;
import org.sluice.protocol.psi.TamperingChannel.Damage;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.session.Session;
import org.sluice.protocol.session.Turn;

/** Both sides know the number at the end, over one line and under one running transcript. */
class ReleaseTest {

    private final SecureRandom random = new SecureRandom();
    private final Cardinality protocol =
            new Cardinality(BatchedGroup.alone(new Curve25519Group(Encoding.NONUNIFORM)), random);
    private final Terms terms = Samples.terms(protocol.method(), Output.CARDINALITY);

    @Test
    void letsBothKnowTheSameNumber() {
        Both both = run(line -> line);

        assertThat(both.learner().join()).isEqualTo(new Overlap(2, 3, 4));
        assertThat(both.responder().join()).isEqualTo(new Overlap(2, 4, 3));
    }

    /** Frame 5 is the number, 6 the confirmation behind it. */
    @ParameterizedTest
    @ValueSource(ints = {5, 6})
    void tellsNothingOverAnAlteredPath(int frame) {
        Both both = run(line -> new TamperingChannel(line, Damage.LAST_BIT, frame));

        assertThatThrownBy(both.responder()::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(Misbehaviour.class);
        assertThatThrownBy(both.learner()::join).hasRootCauseInstanceOf(ChannelClosed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4})
    void refusesANumberBeyondTheSizes(int common) {
        Turn.Send<Overlap> told = (Turn.Send<Overlap>) Release.tell(new Overlap(common, 3, 4));
        Turn.Receive<Overlap> hearing = (Turn.Receive<Overlap>) Release.hear(new Answered(4, 3));

        assertThatThrownBy(() -> hearing.then().apply(told.frame()))
                .isInstanceOf(Misbehaviour.class)
                .hasMessage("The number told is not within the two sizes");
    }

    private record Both(CompletableFuture<Overlap> learner, CompletableFuture<Overlap> responder) {}

    private Both run(UnaryOperator<Channel> learnersPath) {
        InMemoryChannel.Pair pair = InMemoryChannel.pair(4, Duration.ofSeconds(20));
        MeteredChannel left = new MeteredChannel(learnersPath.apply(pair.left()));
        MeteredChannel right = new MeteredChannel(pair.right());
        return new Both(
                CompletableFuture.supplyAsync(() -> {
                    Session session = new Session(left, Session.Order.FIRST);
                    return session.run(
                            Release.tell(session.run(protocol.learner(ItemSet.of(Samples.numbered(0, 3), terms)))));
                }),
                CompletableFuture.supplyAsync(() -> {
                    Session session = new Session(right, Session.Order.SECOND);
                    return session.run(
                            Release.hear(session.run(protocol.responder(ItemSet.of(Samples.numbered(1, 5), terms)))));
                }));
    }
}
