package org.sluice.protocol.ot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.ot.Extension.Security;

class ExtensionTest {

    private static final int COUNT = 448;

    private final SecureRandom random = new SecureRandom();
    private final byte[] delta = bytes(16);
    private final byte[] pairs = bytes(128 * 32);
    private final byte[] chosen = chosen();

    @ParameterizedTest
    @CsvSource({
        "SEMI_HONEST,1,2048", "SEMI_HONEST,128,2048", "SEMI_HONEST,448,8192", "SEMI_HONEST,3001,49152",
        "MALICIOUS,1,4096", "MALICIOUS,128,4096", "MALICIOUS,448,10240", "MALICIOUS,3001,51200"
    })
    void givesTheReceiverTheKeyItChoseAndNotTheOther(Security security, int count, int length) {
        byte[] choices = bytes((count + 7) / 8);
        ExtensionReceiver receiver = new ExtensionReceiver(security, pairs, choices, count, random);
        ExtensionSender sender = sender(security, count, receiver.correction());
        if (security == Security.MALICIOUS) {
            sender.check(receiver.answer(sender.challenge()));
        }

        byte[] both = sender.pairs();
        byte[] one = receiver.keys();

        assertThat(receiver.correction()).hasSize(length).hasSize(Extension.correctionLength(security, count));
        assertThat(one).hasSize(16 * count);
        Set<ByteBuffer> all = new HashSet<>();
        for (int i = 0; i < count; i++) {
            assertThat(key(one, i)).isEqualTo(key(both, 2 * i + Blocks.bit(choices, i)));
            all.add(ByteBuffer.wrap(key(both, 2 * i)));
            all.add(ByteBuffer.wrap(key(both, 2 * i + 1)));
        }
        assertThat(all).hasSize(2 * count);
    }

    /** What a receiver does that wants to find out a bit of the sender's choices: only where that bit is 0 it gets by. */
    @Test
    void noticesAnAlteredColumnWhereItTouchesTheSendersChoice() {
        for (int column = 0; column < 128; column++) {
            ExtensionReceiver receiver =
                    new ExtensionReceiver(Security.MALICIOUS, pairs, new byte[COUNT / 8], COUNT, random);
            byte[] correction = receiver.correction();
            correction[column * (correction.length / 128) + column % 56] ^= 4;
            ExtensionSender sender = sender(Security.MALICIOUS, COUNT, correction);
            byte[] answer = receiver.answer(sender.challenge());

            if (Blocks.bit(delta, column) == 1) {
                assertThatThrownBy(() -> sender.check(answer))
                        .isInstanceOf(Misbehaviour.class)
                        .hasMessage("The columns of the oblivious transfers do not belong to one choice");
                assertThatThrownBy(sender::pairs).isInstanceOf(IllegalStateException.class);
            } else {
                sender.check(answer);
            }
        }
    }

    /** Where many columns are altered no luck helps. */
    @Test
    void noticesOtherChoicesInHalfOfTheColumns() {
        ExtensionReceiver receiver =
                new ExtensionReceiver(Security.MALICIOUS, pairs, new byte[COUNT / 8], COUNT, random);
        byte[] correction = receiver.correction();
        for (int column = 0; column < 64; column++) {
            correction[column * (correction.length / 128)] ^= 1;
        }
        ExtensionSender sender = sender(Security.MALICIOUS, COUNT, correction);
        byte[] answer = receiver.answer(sender.challenge());

        assertThatThrownBy(() -> sender.check(answer)).isInstanceOf(Misbehaviour.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 16, 1000, Extension.ANSWER - 1})
    void noticesAnAlteredAnswer(int place) {
        ExtensionReceiver receiver = new ExtensionReceiver(Security.MALICIOUS, pairs, bytes(COUNT / 8), COUNT, random);
        ExtensionSender sender = sender(Security.MALICIOUS, COUNT, receiver.correction());
        byte[] answer = receiver.answer(sender.challenge());
        answer[place] ^= 1;

        assertThatThrownBy(() -> sender.check(answer)).isInstanceOf(Misbehaviour.class);
    }

    @Test
    void refusesOtherLengths() {
        ExtensionReceiver receiver = new ExtensionReceiver(Security.MALICIOUS, pairs, bytes(COUNT / 8), COUNT, random);
        byte[] correction = receiver.correction();
        ExtensionSender sender = sender(Security.MALICIOUS, COUNT, correction);

        assertThatThrownBy(() -> sender(Security.MALICIOUS, COUNT, Arrays.copyOf(correction, correction.length - 1)))
                .isInstanceOf(Misbehaviour.class)
                .hasMessage("The correction holds 10239 bytes instead of 10240");
        assertThatThrownBy(() -> sender(Security.SEMI_HONEST, COUNT, correction))
                .isInstanceOf(Misbehaviour.class)
                .hasMessage("The correction holds 10240 bytes instead of 8192");
        assertThatThrownBy(() -> receiver.answer(new byte[15]))
                .isInstanceOf(Misbehaviour.class)
                .hasMessage("The challenge holds 15 bytes instead of 16");
        assertThatThrownBy(() -> sender.check(new byte[0]))
                .isInstanceOf(Misbehaviour.class)
                .hasMessage("The answer holds 0 bytes instead of 2064");
    }

    @Test
    void answersOnceAndGivesNoKeysBefore() {
        ExtensionReceiver receiver = new ExtensionReceiver(Security.MALICIOUS, pairs, bytes(COUNT / 8), COUNT, random);
        assertThatThrownBy(receiver::keys).isInstanceOf(IllegalStateException.class);
        receiver.answer(bytes(16));

        assertThatThrownBy(() -> receiver.answer(bytes(16))).isInstanceOf(IllegalStateException.class);
    }

    /** Two receivers with one set of base keys differ in nothing but the mask: the last block of each column. */
    @Test
    void masksTheHashOfTheChoices() {
        byte[] choices = bytes(COUNT / 8);
        byte[] challenge = bytes(16);

        byte[] first = answerTo(challenge, choices);
        byte[] second = answerTo(challenge, choices);

        assertThat(Arrays.copyOf(first, 16)).isNotEqualTo(Arrays.copyOf(second, 16));
    }

    private byte[] answerTo(byte[] challenge, byte[] choices) {
        return new ExtensionReceiver(Security.MALICIOUS, pairs, choices, COUNT, random).answer(challenge);
    }

    @ParameterizedTest
    @EnumSource(Security.class)
    void refusesWhatIsNoSetOfBaseTransfers(Security security) {
        assertThatThrownBy(() -> new ExtensionReceiver(security, bytes(16), bytes(56), COUNT, random))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExtensionReceiver(security, pairs, bytes(55), COUNT, random))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExtensionReceiver(security, pairs, bytes(0), 0, random))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExtensionSender(security, bytes(15), chosen, COUNT, bytes(8192), random))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ExtensionSender sender(Security security, int count, byte[] correction) {
        return new ExtensionSender(security, delta, chosen, count, correction, random);
    }

    private byte[] chosen() {
        byte[] keys = new byte[128 * 16];
        for (int i = 0; i < 128; i++) {
            System.arraycopy(pairs, 32 * i + 16 * Blocks.bit(delta, i), keys, 16 * i, 16);
        }
        return keys;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] key(byte[] keys, int index) {
        return Arrays.copyOfRange(keys, 16 * index, 16 * index + 16);
    }
}
