package org.sluice.worker.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sluice.protocol.psi.Method;

/** What virtual machines say to the figures, {@code HeapNeedTest} knows. */
class NeedTest {

    @Test
    void growsWithTheItemsByMethod() {
        assertThat(Need.of(method("ecdh/v1"), 1 << 20).mebibytes()).isEqualTo(16 + 256);
        assertThat(Need.of(method("kkrt16/v1"), 1 << 20).mebibytes()).isEqualTo(16 + 224);
        assertThat(Need.of(method("rr22/v1"), 1 << 20).mebibytes()).isEqualTo(16 + 368);
        assertThat(Need.of(method("rr22-malicious/v1"), 1 << 24).mebibytes()).isEqualTo(16 + 368 * 16);
        assertThat(Need.of(method("another/v1"), 1)).isEqualTo(Need.of(method("rr22/v1"), 1));
    }

    /** What is divided holds one bucket beside the set, and never less than set and result. */
    @Test
    void isBoundedByTheBucket() {
        assertThat(Need.divided(method("rr22/v1"), 10 << 20, 1 << 20).mebibytes())
                .isEqualTo(16 + 840);
        assertThat(Need.divided(method("rr22/v1"), 2 << 20, 1 << 20).mebibytes())
                .isEqualTo(16 + 48 + 368);
    }

    @Test
    void roundsUp() {
        assertThat(new Need(0).mebibytes()).isZero();
        assertThat(new Need(1).mebibytes()).isEqualTo(1);
        assertThat(new Need(1 << 20).mebibytes()).isEqualTo(1);
    }

    private static Method method(String technique) {
        return new Method(technique, "");
    }
}
