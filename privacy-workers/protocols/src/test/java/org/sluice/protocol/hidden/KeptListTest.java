package org.sluice.protocol.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sluice.protocol.hidden.Lists.CORES;
import static org.sluice.protocol.hidden.Lists.KEY;
import static org.sluice.protocol.hidden.Lists.RANDOM;
import static org.sluice.protocol.hidden.Lists.ask;
import static org.sluice.protocol.hidden.Lists.id;
import static org.sluice.protocol.hidden.Lists.reader;
import static org.sluice.protocol.hidden.Lists.value;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.protocol.oprf.Mode;
import org.sluice.protocol.oprf.OprfKey;

/** A list that was kept answers and is revised as the one that was set up. */
class KeptListTest {

    private final HiddenList list = Lists.list(100);

    @Test
    void aKeptListAnswersAsBefore() throws IOException {
        HiddenList kept = read(kept(list));
        assertThat(kept.publication().toBytes()).isEqualTo(list.publication().toBytes());
        assertThat(kept.records()).isEqualTo(100);
        Reader reader = reader(list);
        assertThat(ask(reader, kept, id(5)).get(0)).hasValue(value(5));
        assertThat(ask(reader, kept, id(500)).get(0)).isEmpty();
    }

    @Test
    void aKeptListIsRevisedAsBefore() throws IOException {
        Revision revision =
                read(kept(list)).revised(List.of(Change.remove(id(5)), Change.put(id(1000), value(7))), RANDOM, CORES);
        Reader reader = reader(list);
        reader.follow(reader.publication().updated(revision.publicationUpdate()));
        assertThat(ask(reader, revision.list(), id(5)).get(0)).isEmpty();
        assertThat(ask(reader, revision.list(), id(1000)).get(0)).hasValue(value(7));
        assertThat(revision.list().records()).isEqualTo(100);
    }

    @Test
    void whatIsNoneIsRefused() throws IOException {
        byte[] bytes = kept(list);
        byte[] altered = bytes.clone();
        altered[0] ^= 1;
        assertThatIllegalArgumentException().isThrownBy(() -> read(altered)).withMessageContaining("begin");
        byte[] unpublished = bytes.clone();
        unpublished[8] ^= 1;
        assertThatIllegalArgumentException().isThrownBy(() -> read(unpublished)).withMessageContaining("publication");
        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length - 1)));
        OprfKey other = OprfKey.random(Mode.VOPRF, RANDOM);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HiddenList.readFrom(new ByteArrayInputStream(bytes), other))
                .withMessageContaining("another key");
    }

    private static HiddenList read(byte[] bytes) throws IOException {
        return HiddenList.readFrom(new ByteArrayInputStream(bytes), KEY);
    }

    private static byte[] kept(HiddenList list) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        list.writeTo(bytes);
        return bytes.toByteArray();
    }
}
