package org.sluice.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SecretTest {

    private static final byte[] BYTES = {0x5a, 0x6b, 0x7c};

    @Test
    void showsOnlyItsLength() {
        Secret secret = Secret.copyOf(BYTES);

        assertThat(secret).hasToString("Secret of 3 bytes").isNotInstanceOf(Serializable.class);
        assertThat(secret.hashCode()).isEqualTo(Secret.copyOf(new byte[3]).hashCode());
    }

    @Test
    void equalsBytesOfSameContentAndLength() {
        assertThat(Secret.copyOf(BYTES))
                .isEqualTo(Secret.copyOf(BYTES.clone()))
                .isNotEqualTo(Secret.copyOf(new byte[] {0x5a, 0x6b, 0x7d}))
                .isNotEqualTo(Secret.copyOf(new byte[] {0x5a, 0x6b}));
    }

    @Test
    void keepsItsOwnCopy() {
        byte[] given = BYTES.clone();
        Secret secret = Secret.copyOf(given);

        given[0] = 0;

        assertThat(secret).isEqualTo(Secret.copyOf(BYTES));
    }

    @Test
    void wipesWhatItLentEvenWhenReaderFails() {
        AtomicReference<byte[]> lent = new AtomicReference<>(new byte[0]);

        assertThatThrownBy(() -> Secret.copyOf(BYTES).use(bytes -> {
                    lent.set(bytes);
                    throw new IllegalStateException("reader failed");
                }))
                .hasMessage("reader failed");

        assertThat(lent.get()).containsOnly(0).hasSize(3);
    }

    @Test
    void cannotBeUsedAfterDestruction() {
        Secret secret = Secret.copyOf(BYTES);

        secret.destroy();
        secret.destroy();

        assertThatThrownBy(() -> secret.use(byte[]::clone)).isInstanceOf(IllegalStateException.class);
        assertThat(secret).isNotEqualTo(Secret.copyOf(new byte[3])).isEqualTo(secret);
    }

    @Test
    void randomSecretsDiffer() {
        SecureRandom random = new SecureRandom();

        assertThat(Secret.random(32, random)).isNotEqualTo(Secret.random(32, random));
    }
}
