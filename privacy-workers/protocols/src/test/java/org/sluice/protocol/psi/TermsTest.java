package org.sluice.protocol.psi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TermsTest {

    private static final Method METHOD = new Method("ecdh/v1", "any suite");

    @Test
    void refuseSaltOfAnotherLength() {
        assertThatThrownBy(() -> terms(new byte[15], 0, 1)).hasMessage("A job's salt has 16 bytes, not 15");
    }

    @Test
    void refuseNegativeSize() {
        assertThatThrownBy(() -> terms(new byte[16], -1, 1))
                .hasMessage("Sizes from -1 to 1 are not within 0 to 16777216");
    }

    @Test
    void refuseCrossedSizes() {
        assertThatThrownBy(() -> terms(new byte[16], 2, 1))
                .hasMessage("Sizes from 2 to 1 are not within 0 to 16777216");
    }

    @Test
    void refuseSetsThatBelongInBuckets() {
        assertThatThrownBy(() -> terms(new byte[16], 0, Terms.LARGEST_SET + 1))
                .hasMessage("Sizes from 0 to 16777217 are not within 0 to 16777216");
    }

    @Test
    void refuseFramesWithoutRows() {
        assertThatThrownBy(() -> new Terms(METHOD, Output.ONE_LEARNS, new byte[16], 0, 1, 0))
                .hasMessage("A frame holds at least one row, not 0");
    }

    @Test
    void haveAFingerprintOfTheirOwn() {
        Method other = new Method("ecdh/v2", "any suite");
        byte[] salt = "another job salt".getBytes(StandardCharsets.US_ASCII);
        assertThat(Stream.of(
                                new Terms(METHOD, Output.ONE_LEARNS, new byte[16], 0, 9, 2),
                                new Terms(METHOD, Output.BOTH_LEARN, new byte[16], 0, 9, 2),
                                new Terms(other, Output.ONE_LEARNS, new byte[16], 0, 9, 2),
                                new Terms(new Method("ecdh/v1", "x"), Output.ONE_LEARNS, new byte[16], 0, 9, 2),
                                new Terms(
                                        new Method("ecdh/v1", "any suite", Hashing.SM3_256),
                                        Output.ONE_LEARNS,
                                        new byte[16],
                                        0,
                                        9,
                                        2),
                                new Terms(METHOD, Output.ONE_LEARNS, salt, 0, 9, 2),
                                new Terms(METHOD, Output.ONE_LEARNS, new byte[16], 1, 9, 2),
                                new Terms(METHOD, Output.ONE_LEARNS, new byte[16], 0, 8, 2),
                                new Terms(METHOD, Output.ONE_LEARNS, new byte[16], 0, 9, 3))
                        .map(terms -> HexFormat.of().formatHex(terms.fingerprint())))
                .doesNotHaveDuplicates();
        assertThat(terms(new byte[16], 0, 9).fingerprint())
                .hasSize(32)
                .isEqualTo(terms(new byte[16], 0, 9).fingerprint());
    }

    @Test
    void takeOneSizeOfAPeerAloneWhereThatIsKnown() {
        Terms known = terms(new byte[16], 2, 9).withPeerOf(5);

        assertThat(known.allowPeer(5)).isTrue();
        assertThat(known.allowPeer(6)).isFalse();
        assertThat(known.allow(9)).as("the own set").isTrue();
        assertThat(known.fingerprint()).isEqualTo(terms(new byte[16], 2, 9).fingerprint());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms(new byte[16], 2, 9).withPeerOf(10));
    }

    @Test
    void makeTagsLongEnoughForTheirErrorBound() {
        assertThat(Terms.tagLength(0, 0)).isEqualTo(5);
        assertThat(Terms.tagLength(1 << 10, 1 << 10)).isEqualTo(8);
        assertThat(Terms.tagLength(1 << 16, 1 << 16)).isEqualTo(9);
        assertThat(Terms.tagLength(1000, 1 << 20)).isEqualTo(9);
        assertThat(Terms.tagLength(1 << 20, 1 << 20)).isEqualTo(10);
        assertThat(Terms.tagLength(1 << 24, 1 << 24)).isEqualTo(11);
    }

    private static Terms terms(byte[] salt, int least, int greatest) {
        return new Terms(METHOD, Output.ONE_LEARNS, salt, least, greatest);
    }
}
