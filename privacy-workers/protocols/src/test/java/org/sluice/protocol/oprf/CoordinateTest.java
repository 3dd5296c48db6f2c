package org.sluice.protocol.oprf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.conscrypt.OpenSSLProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.Secret;
import org.sluice.protocol.group.BouncyCastleLadder;
import org.sluice.protocol.group.Curve25519Group;
import org.sluice.protocol.group.Encoding;
import org.sluice.protocol.group.Ladder;
import org.sluice.protocol.group.PlatformLadder;

/** The twin on Curve25519: blinded evaluation equals the function computed in the clear, with every library. */
class CoordinateTest {

    private static final Cores CORES = new Cores(ForkJoinPool.commonPool(), 1);
    private static final String LABEL = "sluice/oprf-x25519/v1/";

    private final SecureRandom random = new SecureRandom();
    private final Secret scalar = Secret.random(32, random);
    private final List<byte[]> inputs = List.of(new byte[0], new byte[] {1}, new byte[] {1}, new byte[1000]);

    static Stream<Ladder> ladders() {
        return Stream.of(
                new BouncyCastleLadder(),
                new PlatformLadder(Security.getProvider("SunEC")),
                new PlatformLadder(new OpenSSLProvider()));
    }

    /** The definition, with the group's slow hash and BouncyCastle's ladder. */
    private byte[] defined(byte[] input) throws NoSuchAlgorithmException {
        Curve25519Group group = new Curve25519Group(Encoding.NONUNIFORM);
        byte[] digest = sha256(LABEL + "input", input);
        byte[] u = group.encode(group.hashToElement(digest, ascii(LABEL + "curve25519_XMD:SHA-512_ELL2_NU_")));
        byte[] product = new byte[32];
        scalar.use(k -> {
            X25519.scalarMult(k, 0, u, 0, product, 0);
            return product;
        });
        return sha256(LABEL + "output", digest, product);
    }

    private static byte[] sha256(String label, byte[]... parts) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(ascii(label));
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @MethodSource("ladders")
    void blindedEvaluationIsTheDefinedFunction(Ladder ladder) throws NoSuchAlgorithmException {
        CoordinateKey key = new CoordinateKey(scalar, ladder);
        Blinding blinding = new CoordinateBlinder(ladder).blind(inputs, random, CORES);
        assertThat(blinding.request()).hasSize(key.requestLength(4));
        assertThat(Column.of(blinding.request(), 32).hasRepeats()).isFalse();
        byte[] answer = key.answer(blinding.request(), random, CORES);
        assertThat(answer).hasSize(key.answerLength(4));
        Column outputs = blinding.open(answer, CORES);
        for (int i = 0; i < inputs.size(); i++) {
            assertThat(outputs.row(i)).isEqualTo(defined(inputs.get(i)));
        }
        assertThat(key.outputs(inputs, CORES)).isEqualTo(outputs);
    }

    @ParameterizedTest
    @MethodSource("ladders")
    void sidesMayUseDifferentLibraries(Ladder ladder) {
        CoordinateKey key = new CoordinateKey(scalar, ladder);
        List<byte[]> many = Collections.nCopies(300, new byte[] {5});
        Blinding blinding = new CoordinateBlinder(new BouncyCastleLadder()).blind(many, random, CORES);
        assertThat(blinding.open(key.answer(blinding.request(), random, CORES), CORES))
                .isEqualTo(new CoordinateKey(scalar, new BouncyCastleLadder()).outputs(many, CORES));
    }

    @Test
    void blindsAndWhatUndoesThemAreClamped() {
        for (ClampedPair pair : ClampedPair.draw(300, random)) {
            for (Secret scalar : List.of(pair.blind(), pair.unblind())) {
                int kept = scalar.use(bytes -> (bytes[0] & 7) | ((bytes[31] & 0xc0) ^ 0x40));
                assertThat(kept).isZero();
            }
        }
    }

    @Test
    void whatIsSentWrongIsRefused() {
        Ladder ladder = new BouncyCastleLadder();
        CoordinateKey key = new CoordinateKey(scalar, ladder);
        for (int length : new int[] {0, 31, 65}) {
            assertThatExceptionOfType(Misbehaviour.class)
                    .isThrownBy(() -> key.answer(new byte[length], random, CORES))
                    .withMessageContaining("holds " + length + " bytes");
        }
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> key.answer(new byte[32], random, CORES))
                .withMessageContaining("identity");
        Blinding blinding = new CoordinateBlinder(ladder).blind(inputs, random, CORES);
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> blinding.open(new byte[96], CORES))
                .withMessage("An answer to an evaluation holds 96 bytes instead of 128");
        assertThatIllegalStateException().isThrownBy(() -> blinding.open(new byte[128], CORES));
        Blinding another = new CoordinateBlinder(ladder).blind(inputs, random, CORES);
        byte[] answer = key.answer(another.request(), random, CORES);
        answer[63] |= (byte) 0x80;
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> another.open(answer, CORES))
                .withMessageContaining("bit 255");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CoordinateBlinder(ladder).blind(List.of(), random, CORES));
        assertThatIllegalArgumentException().isThrownBy(() -> new CoordinateKey(Secret.copyOf(new byte[31]), ladder));
    }
}
