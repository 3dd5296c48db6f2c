package org.sluice.protocol.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sluice.protocol.hidden.Lists.CORES;
import static org.sluice.protocol.hidden.Lists.RANDOM;
import static org.sluice.protocol.hidden.Lists.ask;
import static org.sluice.protocol.hidden.Lists.id;
import static org.sluice.protocol.hidden.Lists.reader;
import static org.sluice.protocol.hidden.Lists.unlimited;
import static org.sluice.protocol.hidden.Lists.value;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.protocol.Misbehaviour;

/** Clients follow a changed list by a small update, and end where a fresh publication would have led them. */
class RevisionTest {

    private static final byte[] NEW = {1, 2, 3};

    private final HiddenList list = Lists.list(100);
    private final Reader reader = reader(list);
    private final Revision revision = list.revised(
            List.of(Change.put(id(5), NEW), Change.put(id(1000), NEW), Change.remove(id(6))), RANDOM, CORES);

    @Test
    void anUpdateLeadsToWhatIsPublishedAnew() {
        assertThat(revision.publicationUpdate().length).isLessThanOrEqualTo(48 + 9 * 3 * 88);
        Publication next = reader.publication().updated(revision.publicationUpdate());
        assertThat(next.version()).isEqualTo(8);
        assertThat(next.toBytes()).isEqualTo(revision.list().publication().toBytes());
        assertThat(next.hint().digest()).isEqualTo(computedAnew(revision.list()));
        reader.follow(next);
        assertThat(ask(reader, revision.list(), id(5)).get(0)).hasValue(NEW);
        assertThat(ask(reader, revision.list(), id(1000)).get(0)).hasValue(NEW);
        assertThat(ask(reader, revision.list(), id(6)).get(0)).isEmpty();
        assertThat(ask(reader, revision.list(), id(7)).get(0)).hasValue(value(7));
        assertThat(revision.list().records()).isEqualTo(100);
    }

    /** The hash of the hint that the changed table gives by the long way. */
    private static byte[] computedAnew(HiddenList list) {
        byte[] hint = list.publication().hint().toBytes();
        byte[] seed = Arrays.copyOfRange(hint, 20, 52);
        return list.table().hint(seed, 8, CORES).digest();
    }

    @Test
    void theVersionBeforeGoesOnAnswering() {
        assertThat(ask(reader, list, id(5)).get(0)).hasValue(value(5));
        assertThat(ask(reader, list, id(6)).get(0)).hasValue(value(6));
        assertThat(ask(reader, list, id(1000)).get(0)).isEmpty();
    }

    @Test
    void queriesPreparedBeforeServeAfter() {
        reader.prepare(2);
        reader.follow(reader.publication().updated(revision.publicationUpdate()));
        assertThat(reader.ready()).isEqualTo(2);
        assertThat(ask(reader, revision.list(), id(5)).get(0)).hasValue(NEW);
        reader.follow(Lists.list(30).publication());
        assertThat(reader.ready()).isZero();
    }

    @Test
    void whoHoldsAnotherVersionIsToldSoAndNotCounted() {
        Meter meter = unlimited();
        Inquiry inquiry = reader.ask(List.of(id(5)));
        byte[] told = revision.list().evaluate(inquiry.evaluation(), meter, RANDOM, CORES);
        assertThat(told).hasSize(8);
        assertThatExceptionOfType(Outdated.class)
                .isThrownBy(() -> inquiry.retrieval(told))
                .satisfies(outdated -> assertThat(outdated.version()).isEqualTo(8));
        Inquiry late = reader.ask(List.of(id(5)));
        byte[] retrieval = late.retrieval(list.evaluate(late.evaluation(), unlimited(), RANDOM, CORES));
        byte[] answer = revision.list().answer(retrieval, meter, CORES);
        assertThatExceptionOfType(Outdated.class).isThrownBy(() -> late.open(answer));
        assertThat(meter.evaluations() + meter.retrievals()).isZero();
    }

    @Test
    void anUpdateThatDoesNotFollowIsMisbehaviour() {
        Publication next = reader.publication().updated(revision.publicationUpdate());
        assertThatExceptionOfType(Misbehaviour.class).isThrownBy(() -> next.updated(revision.publicationUpdate()));
        byte[] altered = revision.publicationUpdate().clone();
        altered[altered.length - 1] ^= 1;
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> reader.publication().updated(altered));
    }

    @Test
    void aRecordThatComesBackIsNeverSealedUnderAKeystreamOfBefore() {
        HiddenList without = revision.list();
        HiddenList with =
                without.revised(List.of(Change.put(id(6), NEW)), RANDOM, CORES).list();
        assertThat(ask(with, id(6))).hasValue(NEW);
        byte[] output = Lists.KEY.evaluator().outputs(List.of(id(6)), CORES).row(0);
        Place place = list.publication().cipher().place(output);
        assertThat(versionOf(list, place)).isEqualTo(7);
        assertThat(versionOf(with, place)).isEqualTo(9);
    }

    private static int versionOf(HiddenList list, Place place) {
        byte[] bin = list.table().column(list.publication().bin(place));
        for (int from = 0; from < bin.length; from += Layout.RECORD) {
            ByteBuffer record = ByteBuffer.wrap(bin, from, Layout.RECORD);
            if (record.getLong() == place.tag()) {
                return record.getInt();
            }
        }
        return -1;
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> list.revised(List.of(Change.remove(id(500))), RANDOM, CORES))
                .withMessageContaining("not in the list");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> list.revised(List.of(Change.put(id(1), NEW), Change.remove(id(1))), RANDOM, CORES))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException().isThrownBy(() -> Change.put(id(1), new byte[65]));
    }

    @Test
    void aFullBinAsksForAListSetUpAnew() {
        List<Change> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(Change.put(id(2000 + i), NEW));
        }
        assertThatExceptionOfType(Overflow.class).isThrownBy(() -> list.revised(many, RANDOM, CORES));
        assertThat(ask(list, id(5))).hasValue(value(5));
    }
}
