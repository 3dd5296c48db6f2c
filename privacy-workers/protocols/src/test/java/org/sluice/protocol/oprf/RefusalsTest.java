package org.sluice.protocol.oprf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.Secret;
import org.sluice.protocol.group.P256Hashing;

/** Whatever a peer sends wrong is misbehaviour with a message of its own; whatever a caller does wrong is refused. */
class RefusalsTest {

    private static final Cores CORES = new Cores(ForkJoinPool.commonPool(), 1);
    private static final byte[] TEXT = {7};

    private final SecureRandom random = new SecureRandom();
    private final List<byte[]> inputs = List.of(new byte[] {1}, new byte[] {2, 2}, new byte[0]);

    private Evaluator evaluator(OprfKey key) {
        return key.mode() == Mode.POPRF ? key.evaluator(TEXT, random) : key.evaluator();
    }

    private static OprfClient client(OprfKey key) {
        return switch (key.mode()) {
            case OPRF -> OprfClient.trusting();
            case VOPRF -> OprfClient.verifying(key.publicKey());
            case POPRF -> OprfClient.verifying(key.publicKey(), TEXT);
        };
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void batchesOfAnySizeAgreeWithTheFunctionItself(Mode mode) {
        OprfKey key = OprfKey.random(mode, random);
        for (int count : new int[] {1, 3, 130}) {
            List<byte[]> many = Collections.nCopies(count, new byte[] {9});
            Blinding blinding = client(key).blind(many, random, CORES);
            assertThat(blinding.request()).hasSize(evaluator(key).requestLength(count));
            assertThat(Column.of(blinding.request(), 33).hasRepeats()).isFalse();
            byte[] answer = evaluator(key).answer(blinding.request(), random, CORES);
            assertThat(blinding.open(answer, CORES)).isEqualTo(evaluator(key).outputs(many, CORES));
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void everyAlteredByteOfAnAnswerEndsInMisbehaviourOrInOtherOutputs(Mode mode) {
        OprfKey key = OprfKey.random(mode, random);
        Column outputs = evaluator(key).outputs(inputs, CORES);
        for (int i = 0; i < evaluator(key).answerLength(inputs.size()); i++) {
            Blinding blinding = client(key).blind(inputs, random, CORES);
            byte[] answer = evaluator(key).answer(blinding.request(), random, CORES);
            answer[i] ^= 1;
            if (mode.proves()) {
                assertThatExceptionOfType(Misbehaviour.class)
                        .as("byte %d", i)
                        .isThrownBy(() -> blinding.open(answer, CORES));
            } else {
                assertThat(openedOrRefused(blinding, answer)).isNotEqualTo(outputs);
            }
        }
    }

    private static Column openedOrRefused(Blinding blinding, byte[] answer) {
        try {
            return blinding.open(answer, CORES);
        } catch (Misbehaviour refused) {
            return Column.of(new byte[0], 32);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"VOPRF", "POPRF"})
    void anotherKeyIsFoundOut(Mode mode) {
        OprfKey key = OprfKey.random(mode, random);
        Blinding blinding = client(key).blind(inputs, random, CORES);
        byte[] answer = evaluator(OprfKey.random(mode, random)).answer(blinding.request(), random, CORES);
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> blinding.open(answer, CORES))
                .withMessage("The proof that one key evaluated all elements does not hold");
    }

    @Test
    void anotherKeyForOneElementIsFoundOut() {
        OprfKey key = OprfKey.random(Mode.VOPRF, random);
        Blinding blinding = client(key).blind(inputs, random, CORES);
        byte[] answer = evaluator(key).answer(blinding.request(), random, CORES);
        byte[] others = evaluator(OprfKey.random(Mode.VOPRF, random)).answer(blinding.request(), random, CORES);
        System.arraycopy(others, 33, answer, 33, 33);
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> blinding.open(answer, CORES))
                .withMessageContaining("does not hold");
    }

    @Test
    void aTextOfItsOwnMakesAnotherFunction() {
        OprfKey key = OprfKey.random(Mode.POPRF, random);
        assertThat(key.evaluator(TEXT, random).outputs(inputs, CORES))
                .isNotEqualTo(key.evaluator(new byte[0], random).outputs(inputs, CORES));
    }

    @ParameterizedTest
    @CsvSource({
        "000000000000000000000000000000000000000000000000000000000000000000, an element is the identity",
        "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296, an element is not in compressed form",
        "02ffffffff00000001000000000000000000000000ffffffffffffffffffffffff, the x-coordinate is not reduced",
        "03ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff, the x-coordinate is not reduced",
        "020000000000000000000000000000000000000000000000000000000000000001, no point of the curve has this x-coordinate"
    })
    void badElementsAreToldApart(String hex, String message) {
        byte[] element = HexFormat.of().parseHex(hex);
        OprfKey key = OprfKey.random(Mode.VOPRF, random);
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> key.evaluator().answer(element, random, CORES))
                .withMessage("P-256: " + message);
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> OprfClient.verifying(element))
                .withMessage("P-256: " + message);
        Blinding blinding = client(key).blind(inputs, random, CORES);
        byte[] answer = key.evaluator().answer(blinding.request(), random, CORES);
        System.arraycopy(element, 0, answer, 66, 33);
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> blinding.open(answer, CORES))
                .withMessage("P-256: " + message);
    }

    @Test
    void numbersOfAProofMustBeReduced() {
        OprfKey key = OprfKey.random(Mode.VOPRF, random);
        for (int number = 0; number < 2; number++) {
            Blinding blinding = client(key).blind(inputs, random, CORES);
            byte[] answer = key.evaluator().answer(blinding.request(), random, CORES);
            System.arraycopy(P256.encode(P256.ORDER), 0, answer, answer.length - 64 + 32 * number, 32);
            assertThatExceptionOfType(Misbehaviour.class)
                    .isThrownBy(() -> blinding.open(answer, CORES))
                    .withMessage("A number of a proof is not reduced");
        }
    }

    @Test
    void otherLengthsAreRefused() {
        OprfKey key = OprfKey.random(Mode.VOPRF, random);
        for (int length : new int[] {0, 32, 34, 33 * 65_536}) {
            assertThatExceptionOfType(Misbehaviour.class)
                    .isThrownBy(() -> key.evaluator().answer(new byte[length], random, CORES))
                    .withMessageContaining("holds " + length + " bytes");
        }
        Blinding blinding = client(key).blind(inputs, random, CORES);
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> blinding.open(new byte[99], CORES))
                .withMessage("An answer to an evaluation holds 99 bytes instead of 163");
        assertThatIllegalStateException().isThrownBy(() -> blinding.open(new byte[163], CORES));
    }

    @Test
    void inputsAndKeysHaveLimits() {
        byte[] longest = new byte[65_535];
        OprfKey key = OprfKey.random(Mode.OPRF, random);
        Blinding blinding = client(key).blind(List.of(longest), random, CORES);
        assertThat(blinding.open(key.evaluator().answer(blinding.request(), random, CORES), CORES))
                .isEqualTo(key.evaluator().outputs(List.of(longest), CORES));
        List<byte[]> tooLong = List.of(new byte[65_536]);
        assertThatIllegalArgumentException().isThrownBy(() -> client(key).blind(tooLong, random, CORES));
        assertThatIllegalArgumentException().isThrownBy(() -> key.evaluator().outputs(tooLong, CORES));
        assertThatIllegalArgumentException().isThrownBy(() -> client(key).blind(List.of(), random, CORES));
        byte[] order = P256.encode(P256.ORDER);
        for (byte[] none : new byte[][] {new byte[32], order, new byte[31]}) {
            assertThatIllegalArgumentException().isThrownBy(() -> OprfKey.of(Mode.OPRF, Secret.copyOf(none)));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OprfKey.derived(Mode.OPRF, Secret.copyOf(new byte[31]), TEXT));
        assertThatIllegalStateException().isThrownBy(() -> key.evaluator(TEXT, random));
        assertThatIllegalStateException()
                .isThrownBy(() -> OprfKey.random(Mode.POPRF, random).evaluator());
    }

    @Test
    void blindsAreNeverZeroOrBeyondTheOrder() {
        Scripted draws = new Scripted(List.of(new byte[32], P256.encode(P256.ORDER), Scripted.one(), Scripted.one()));
        Blinding blinding = OprfClient.trusting().blind(List.of(TEXT), draws, CORES);
        assertThat(blinding.request())
                .isEqualTo(P256.encode(P256Hashing.toPoint(TEXT, Mode.OPRF.separated("HashToGroup-"))));
    }

    @Test
    void aPublicKeyThatTheTextUndoesIsRefused() {
        BigInteger tweak = new PublicText(TEXT).tweak();
        byte[] undone = P256.encode(P256.timesGenerator(P256.ORDER.subtract(tweak)));
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> OprfClient.verifying(undone, TEXT))
                .withMessageContaining("undone");
    }
}
