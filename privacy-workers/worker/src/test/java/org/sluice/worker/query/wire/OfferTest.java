package org.sluice.worker.query.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.protocol.Misbehaviour;

class OfferTest {

    @Test
    void isReadAsItWasWritten() {
        List<Offer> offers =
                List.of(Offer.preparing(new ListName("risk")), new Offer("b", Offer.READY, 3, 7, "ab".repeat(32)));
        assertThat(Offer.read(Offer.toBytes(offers))).isEqualTo(offers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[null]",
                "[{}]",
                "[{\"list\":\"../x\",\"state\":\"READY\",\"digest\":\"\"}]",
                "[{\"list\":\"x\",\"state\":\"SOON\",\"digest\":\"\"}]",
                "[{\"list\":\"x\",\"state\":\"READY\",\"digest\":\"zz\"}]",
                "[{\"list\":\"x\",\"state\":\"READY\",\"digest\":\"\",\"more\":1}]"
            })
    void isRefusedWhereItIsNone(String text) {
        assertThatExceptionOfType(Misbehaviour.class)
                .isThrownBy(() -> Offer.read(text.getBytes(StandardCharsets.UTF_8)));
    }
}
