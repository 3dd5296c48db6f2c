package org.sluice.worker.query.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.channel.ChannelClosed;
import org.sluice.protocol.channel.InMemoryChannel;
import org.sluice.worker.party.PartyId;

/** Who is idle for longest makes room; who is at work does not. */
class CallersTest {

    private final Callers callers = new Callers();

    @Test
    void letsOnePeerHaveNoMoreThanItsShare() {
        List<Channel> lines = new ArrayList<>();
        List<Callers.Seat> seats = new ArrayList<>();
        for (int i = 0; i < Callers.OF_ONE; i++) {
            lines.add(line());
            seats.add(callers.take(party(1), lines.get(i)).orElseThrow());
        }
        seats.get(0).rests(false);
        assertThat(callers.take(party(2), line())).isPresent();
        assertThat(callers.take(party(1), line())).isPresent();
        assertThat(isClosed(lines.get(0))).isFalse();
        assertThat(isClosed(lines.get(1))).isTrue();
        assertThat(isClosed(lines.get(2))).isFalse();
    }

    @Test
    void refusesWhereAllAreAtWork() {
        List<Callers.Seat> seats = new ArrayList<>();
        for (int i = 0; i < Callers.ALL; i++) {
            seats.add(callers.take(party(i), line()).orElseThrow());
            seats.get(i).rests(false);
        }
        assertThat(callers.take(party(99), line())).isEmpty();
        seats.get(5).rests(true);
        seats.get(4).rests(true);
        assertThat(callers.take(party(99), line())).isPresent();
        seats.get(4).close();
        assertThat(callers.take(party(98), line())).isPresent();
    }

    private static boolean isClosed(Channel line) {
        try {
            line.send(new byte[0]);
            return false;
        } catch (ChannelClosed closed) {
            assertThatExceptionOfType(ChannelClosed.class).isThrownBy(line::receive);
            return true;
        }
    }

    private static Channel line() {
        return InMemoryChannel.pair(1, Duration.ofSeconds(5)).left();
    }

    private static PartyId party(int number) {
        return new PartyId("bank-" + number);
    }
}
