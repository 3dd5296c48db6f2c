package org.sluice.protocol.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageExpansionTest {

    @ParameterizedTest
    @CsvSource({
        "XMD_SHA_256, rfc9380-expand_message_xmd_SHA256_38.json",
        "XMD_SHA_512, rfc9380-expand_message_xmd_SHA512_38.json"
    })
    void givesThePublishedBytes(MessageExpansion expansion, String file) {
        JsonNode suite = Vectors.read(file);
        byte[] dst = Vectors.bytes(suite.get("DST"));

        assertThat(suite.get("tests")).hasSize(10).allSatisfy(vector -> {
            int length = Vectors.number(vector.get("len_in_bytes")).intValueExact();
            byte[] expanded = expansion.expand(Vectors.bytes(vector.get("msg")), dst, length);
            assertThat(HexFormat.of().formatHex(expanded))
                    .isEqualTo(vector.get("uniform_bytes").asText());
        });
    }

    /** RFC 9380 appendix K.2, message "", 32 bytes: its tag of 256 bytes has to be hashed first. */
    @Test
    void hashesTagsThatAreTooLong() {
        String start = "QUUX-V01-CS02-with-expander-SHA256-128-long-DST-";
        byte[] dst = (start + "1".repeat(256 - start.length())).getBytes(StandardCharsets.US_ASCII);

        byte[] expanded = MessageExpansion.XMD_SHA_256.expand(new byte[0], dst, 32);

        assertThat(HexFormat.of().formatHex(expanded))
                .isEqualTo("e8dc0c8b686b7ef2074086fbdd2f30e3f8bfbd3bdf177f73f04b97ce618a3ed3");
    }

    @Test
    void refusesImpossibleLengths() {
        byte[] dst = {1};

        assertThat(MessageExpansion.XMD_SHA_256.expand(new byte[0], dst, 255 * 32))
                .hasSize(8160);
        assertThatThrownBy(() -> MessageExpansion.XMD_SHA_256.expand(new byte[0], dst, 255 * 32 + 1))
                .hasMessage("Can expand to 1..8160 bytes with SHA-256, not to 8161");
        assertThatThrownBy(() -> MessageExpansion.XMD_SHA_512.expand(new byte[0], dst, 0))
                .hasMessage("Can expand to 1..16320 bytes with SHA-512, not to 0");
    }

    @Test
    void refusesEmptyTag() {
        assertThatThrownBy(() -> MessageExpansion.XMD_SHA_256.expand(new byte[0], new byte[0], 32))
                .hasMessage("A domain separation tag must not be empty");
    }
}
