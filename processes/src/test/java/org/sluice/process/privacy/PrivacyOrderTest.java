package org.sluice.process.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PrivacyOrderTest {

    private static final PrivacyOrder ORDER = order("MARKETING");

    private static PrivacyOrder order(String purpose) {
        return order(purpose, PrivacyOutput.BANK_LEARNS, 0);
    }

    private static PrivacyOrder order(String purpose, PrivacyOutput output, long leastGroup) {
        return new PrivacyOrder(
                new UUID(1, 2),
                new UUID(3, 4),
                "PRV-2026-00001",
                PrivacyStep.RUN,
                purpose,
                PrivacyMethod.ECDH,
                CryptoSuite.CURVE25519_SHA256,
                output,
                "bank",
                "prospects@" + "a".repeat(64),
                "sup-00001",
                "companies@" + "b".repeat(64),
                1000,
                2_000_000,
                leastGroup,
                "PRIVACY_ENGINEER,COMPLIANCE",
                Instant.parse("2026-03-02T01:02:03.456Z"),
                Instant.parse("2026-03-09T01:02:03.456Z"));
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(PrivacyOrder.read(ORDER.text())).isEqualTo(ORDER);
        assertThat(ORDER.text()).contains("\nissuedAt=2026-03-02T01:02:03Z\n");
    }

    @Test
    void aSumsLeastGroupStandsInItAndInNoOther() {
        var sum = order("MARKETING", PrivacyOutput.SUM, 20);
        assertThat(PrivacyOrder.read(sum.text())).isEqualTo(sum);
        assertThat(sum.text()).contains("\ngreatestSet=2000000\nleastGroup=20\napprovedBy=");
        assertThat(ORDER.text()).doesNotContain("leastGroup");
        assertThatThrownBy(() -> PrivacyOrder.read(ORDER.text().replace("approvedBy", "leastGroup=0\napprovedBy")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatDiffersInAByte() {
        var text = ORDER.text();
        assertThatThrownBy(() -> PrivacyOrder.read(text + "\n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PrivacyOrder.read(text.replace("leastSet=1000", "leastSet=01000")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PrivacyOrder.read(text + "\nmore=1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PrivacyOrder.read(text.replace("sluice-privacy-order/1", "sluice-privacy-order/2")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PrivacyOrder.read(text.replace("what=RUN", "what=JUMP")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PrivacyOrder.read("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void letsNobodyWriteALineOfHisOwn() {
        assertThatThrownBy(() -> order("MARKETING\nwhat=RELEASE").text())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("purpose");
    }
}
