package org.sluice.protocol.ot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.block.Blocks;

class BaseOtTest {

    private static final byte[] SESSION = {1, 2, 3};
    private static final int FEW = 2;

    private final SecureRandom random = new SecureRandom();
    private final ExecutorService threads = Executors.newFixedThreadPool(1);
    private final Cores cores = new Cores(threads, 1);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 17, 128})
    void givesTheReceiverTheKeyItChoseAndNotTheOther(int count) {
        byte[] choices = choices(count);
        BaseOtSender sender = new BaseOtSender(SESSION, count, random, cores);
        BaseOtReceiver receiver = new BaseOtReceiver(SESSION, choices, count, random, cores);

        byte[] pairs = sender.keys(receiver.points());
        byte[] chosen = receiver.keys(sender.point());

        assertThat(receiver.points()).hasSize(66 * count);
        assertThat(sender.point()).hasSize(33);
        Set<ByteBuffer> all = new HashSet<>();
        for (int i = 0; i < count; i++) {
            int choice = Blocks.bit(choices, i);
            assertThat(key(chosen, i)).isEqualTo(key(pairs, 2 * i + choice));
            all.add(ByteBuffer.wrap(key(pairs, 2 * i)));
            all.add(ByteBuffer.wrap(key(pairs, 2 * i + 1)));
        }
        assertThat(all).hasSize(2 * count);
    }

    @Test
    void bindsKeysToTheSession() {
        BaseOtSender sender = new BaseOtSender(new byte[] {4}, FEW, random, cores);
        BaseOtReceiver receiver = new BaseOtReceiver(SESSION, new byte[1], FEW, random, cores);

        byte[] pairs = sender.keys(receiver.points());
        byte[] chosen = receiver.keys(sender.point());

        assertThat(key(chosen, 0)).isNotEqualTo(key(pairs, 0));
    }

    /** One pair of points in two places of a run leads to different keys. */
    @Test
    void bindsKeysToTheTransfer() {
        BaseOtSender sender = new BaseOtSender(SESSION, FEW, random, cores);
        byte[] points = new BaseOtReceiver(SESSION, new byte[1], FEW, random, cores).points();
        System.arraycopy(points, 0, points, 66, 66);

        byte[] pairs = sender.keys(points);

        assertThat(key(pairs, 0)).isNotEqualTo(key(pairs, 2));
        assertThat(key(pairs, 1)).isNotEqualTo(key(pairs, 3));
    }

    static Stream<Arguments> badPoints() {
        byte[] notReduced = new byte[33];
        Arrays.fill(notReduced, (byte) 0xff);
        notReduced[0] = 2;
        return Stream.of(
                arguments("P-256: the point is not compressed", new byte[33]),
                arguments("P-256: the point is not compressed", first(point(), 4)),
                arguments("P-256: the x-coordinate is not reduced", notReduced),
                arguments("P-256: no point of the curve has this x-coordinate", offCurve()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badPoints")
    void refusesBytesThatAreNoPoint(String message, byte[] bad) {
        BaseOtSender sender = new BaseOtSender(SESSION, FEW, random, cores);
        BaseOtReceiver receiver = new BaseOtReceiver(SESSION, new byte[1], FEW, random, cores);

        assertThatThrownBy(() -> receiver.keys(bad))
                .isInstanceOf(Misbehaviour.class)
                .hasMessage(message);
        for (int place = 0; place < 2 * FEW; place++) {
            byte[] points = receiver.points();
            System.arraycopy(bad, 0, points, 33 * place, 33);
            assertThatThrownBy(() -> sender.keys(points))
                    .isInstanceOf(Misbehaviour.class)
                    .hasMessage(message);
        }
    }

    @Test
    void refusesPointsThatAgreeOnTheIdentity() {
        BaseOtSender sender = new BaseOtSender(SESSION, FEW, random, cores);
        byte[] points = new BaseOtReceiver(SESSION, new byte[1], FEW, random, cores).points();
        ECPoint shift = new Agreement(SESSION).shift(0, 0, points, 33);
        System.arraycopy(shift.negate().normalize().getEncoded(true), 0, points, 0, 33);

        assertThatThrownBy(() -> sender.keys(points))
                .isInstanceOf(Misbehaviour.class)
                .hasMessage("The receiver's two points of a transfer lead to the identity");
    }

    @Test
    void refusesOtherLengths() {
        BaseOtSender sender = new BaseOtSender(SESSION, FEW, random, cores);
        BaseOtReceiver receiver = new BaseOtReceiver(SESSION, new byte[1], FEW, random, cores);

        for (int length : new int[] {0, 131, 133}) {
            assertThatThrownBy(() -> sender.keys(new byte[length]))
                    .isInstanceOf(Misbehaviour.class)
                    .hasMessage("The receiver's points hold " + length + " bytes instead of 132");
        }
        for (int length : new int[] {0, 32, 65}) {
            assertThatThrownBy(() -> receiver.keys(new byte[length]))
                    .isInstanceOf(Misbehaviour.class)
                    .hasMessage("The sender's point holds " + length + " bytes instead of 33");
        }
        assertThatThrownBy(() -> new BaseOtReceiver(SESSION, new byte[1], 9, random, cores))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hashesIntoTheCurveWithBothSigns() {
        Set<Byte> signs = new HashSet<>();
        Agreement agreement = new Agreement(SESSION);
        for (int i = 0; i < 40; i++) {
            ECPoint shift = agreement.shift(i, 0, point(), 0);
            assertThat(shift.isValid()).isTrue();
            signs.add(shift.getEncoded(true)[0]);
        }
        assertThat(signs).hasSize(2);
    }

    private byte[] choices(int count) {
        byte[] choices = new byte[(count + 7) / 8];
        random.nextBytes(choices);
        return choices;
    }

    private static byte[] key(byte[] keys, int index) {
        return Arrays.copyOfRange(keys, 16 * index, 16 * index + 16);
    }

    private static byte[] point() {
        return CurvePoints.generated(BigInteger.TWO).normalize().getEncoded(true);
    }

    private static byte[] first(byte[] point, int value) {
        point[0] = (byte) value;
        return point;
    }

    /** The least x that no point has. */
    private static byte[] offCurve() {
        for (int x = 1; ; x++) {
            byte[] encoded = new byte[33];
            encoded[0] = 2;
            encoded[32] = (byte) x;
            try {
                CustomNamedCurves.getByName("secp256r1").getCurve().decodePoint(encoded);
            } catch (IllegalArgumentException none) {
                return encoded;
            }
        }
    }
}
