package org.sluice.worker.query.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.hidden.Change;
import org.sluice.protocol.hidden.Entries;
import org.sluice.protocol.hidden.HiddenList;
import org.sluice.protocol.hidden.Publication;
import org.sluice.protocol.hidden.Revision;
import org.sluice.protocol.oprf.Mode;
import org.sluice.protocol.oprf.OprfKey;

class LeadTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Cores CORES = new Cores(ForkJoinPool.commonPool(), 1);

    private final HiddenList first = HiddenList.of(
            new Entries() {
                @Override
                public int count() {
                    return 1;
                }

                @Override
                public byte[] id(int index) {
                    return new byte[] {1};
                }

                @Override
                public byte[] value(int index) {
                    return new byte[] {2};
                }
            },
            OprfKey.random(Mode.VOPRF, RANDOM),
            1,
            RANDOM,
            CORES);
    private final Revision second = first.revised(List.of(), RANDOM, CORES);
    private final Revision third = second.list().revised(List.of(Change.remove(new byte[] {1})), RANDOM, CORES);
    private final Publication latest = third.list().publication();
    private final List<byte[]> updates = List.of(second.publicationUpdate(), third.publicationUpdate());

    @Test
    void leadsByUpdatesWhereTheyAreKept() {
        byte[] bytes = Lead.to(latest, Optional.of(updates)).toBytes();
        assertThat(bytes.length).isLessThan(2_000);
        Lead lead = Lead.read(bytes);
        assertThat(lead.isStep()).isTrue();
        assertThat(lead.from(Optional.of(first.publication())).toBytes()).isEqualTo(latest.toBytes());
    }

    @Test
    void leadsByTheWholeWhereTheyAreNot() {
        Lead lead = Lead.read(Lead.to(latest, Optional.empty()).toBytes());
        assertThat(lead.isStep()).isFalse();
        assertThat(lead.from(Optional.empty()).toBytes()).isEqualTo(latest.toBytes());
    }

    @Test
    void takesNoUpdatesThatAreLongerThanTheWhole() {
        byte[] whole = latest.toBytes();
        Lead lead = Lead.read(Lead.to(latest, Optional.of(List.of(whole))).toBytes());
        assertThat(lead.isStep()).isFalse();
    }

    @Test
    void refusesAnotherEndThanTheOneThatWasTold() {
        byte[] altered = Lead.to(latest, Optional.empty()).toBytes();
        altered[altered.length - 1] ^= 1;
        assertMisbehaves(() -> Lead.read(altered).from(Optional.empty()));
        byte[] told = Lead.to(latest, Optional.of(updates)).toBytes();
        told[0] ^= 1;
        assertMisbehaves(() -> Lead.read(told).from(Optional.of(first.publication())));
        byte[] some = Lead.to(latest, Optional.of(updates.subList(0, 1))).toBytes();
        assertMisbehaves(() -> Lead.read(some).from(Optional.of(first.publication())));
        assertMisbehaves(
                () -> Lead.read(Lead.to(latest, Optional.of(updates)).toBytes()).from(Optional.empty()));
    }

    @Test
    void refusesWhatIsCutOffOrFollowedByMore() {
        byte[] bytes = Lead.to(latest, Optional.of(updates)).toBytes();
        for (int length : new int[] {0, 35, 37, bytes.length - 1, bytes.length + 1}) {
            assertMisbehaves(() -> Lead.read(Arrays.copyOf(bytes, length)));
        }
        byte[] negative = bytes.clone();
        negative[32] = -2;
        assertMisbehaves(() -> Lead.read(negative));
    }

    private static void assertMisbehaves(Runnable step) {
        assertThatExceptionOfType(Misbehaviour.class).isThrownBy(step::run);
    }

    @Test
    void leadsWhoIsFarBehindByTheWholePublication() {
        List<byte[]> many = java.util.Collections.nCopies(Lead.MOST_UPDATES + 1, new byte[0]);
        Lead lead = Lead.read(Lead.to(latest, Optional.of(many)).toBytes());
        assertThat(lead.isStep()).isFalse();
    }

    @Test
    void takesNoMoreUpdatesThanAMessageMayHave() {
        byte[] bytes = java.nio.ByteBuffer.allocate(36 + 4 * 65).putInt(32, 65).array();
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> Lead.read(bytes))
                .withMessageContaining("There are 65 updates");
    }
}
