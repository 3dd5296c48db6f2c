package org.sluice.protocol.psi.unbalanced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sluice.protocol.group.BouncyCastleP256;

/** What a client keeps in a file comes back as it was, or not at all. */
class MasksTest {

    private final Lists lists = Lists.of(new VerifiableFunction(new BouncyCastleP256()));
    private final Masks masks = lists.list(0, 3, 5).masks();

    @Test
    void comeBackAsTheyWere() {
        byte[] bytes = masks.toBytes();
        Masks read = Masks.of(bytes);

        assertThat(bytes).hasSize(4 + 2 + 26 + 2 + 33 + 16 + 8 + 1 + 4 + 3 * 8 + 32);
        assertThat(read.toBytes()).isEqualTo(bytes);
        assertThat(read.digest()).isEqualTo(masks.digest());
        assertThat(read.count()).isEqualTo(3);
        assertThat(read.version()).isEqualTo(5);
        assertThat(read.width()).isEqualTo(8);
        assertThat(read.publicKey()).isEqualTo(lists.key().publicKey());
        assertThat(read.salt()).isEqualTo(lists.terms().jobSalt());
        assertThat(read).hasToString("Masks of 3 items, version 5");
    }

    @Test
    void areRefusedWhereverABitIsAnother() {
        byte[] bytes = masks.toBytes();
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 1;
            assertThatIllegalArgumentException().as("byte %d", i).isThrownBy(() -> Masks.of(damaged));
        }
    }

    @Test
    void areRefusedCutAtAnyPlaceAndContinued() {
        byte[] bytes = masks.toBytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatIllegalArgumentException().as("%d bytes", length).isThrownBy(() -> Masks.of(cut));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Masks.of(Arrays.copyOf(bytes, bytes.length + 1)));
    }

    @Test
    void areNotKeptByWhoOnlyAwaitsThem() {
        Masks awaited = Masks.awaited(
                lists.function(), lists.key().publicKey(), lists.terms().jobSalt());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Masks.of(awaited.toBytes()))
                .withMessage("A file of masks has another length than its numbers say");
    }

    /** 40 bits for the chance, and 20 for each of the two that may agree. */
    @Test
    void haveAWidthThatBoundsTheChanceOfAWrongOne() {
        assertThat(Masks.width(1 << 20)).isEqualTo(10);
        assertThat(Masks.width(1 << 24)).isEqualTo(11);
        assertThat(Following.width(1000, 1 << 20)).isEqualTo(10);
        assertThat(Following.width(1 << 20, 1000)).isEqualTo(9);
        assertThat(Following.width(0, 0)).isEqualTo(5);
    }
}
