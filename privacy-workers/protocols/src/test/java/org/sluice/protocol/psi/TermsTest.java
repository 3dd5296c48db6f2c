package org.sluice.protocol.psi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sluice.protocol.group.Curve25519Group;
import org.sluice.protocol.group.DiffieHellmanGroup;
import org.sluice.protocol.group.Encoding;

class TermsTest {

    private final DiffieHellmanGroup group = new Curve25519Group(Encoding.NONUNIFORM);

    @Test
    void refuseSaltOfAnotherLength() {
        assertThatThrownBy(() -> new Terms(group, new byte[15], 0, 1)).hasMessage("A job's salt has 16 bytes, not 15");
    }

    @Test
    void refuseNegativeSize() {
        assertThatThrownBy(() -> new Terms(group, new byte[16], -1, 1))
                .hasMessage("Sizes from -1 to 1 are not within 0 to 16777216");
    }

    @Test
    void refuseCrossedSizes() {
        assertThatThrownBy(() -> new Terms(group, new byte[16], 2, 1))
                .hasMessage("Sizes from 2 to 1 are not within 0 to 16777216");
    }

    @Test
    void refuseSetsThatBelongInBuckets() {
        assertThatThrownBy(() -> new Terms(group, new byte[16], 0, Terms.LARGEST_SET + 1))
                .hasMessage("Sizes from 0 to 16777217 are not within 0 to 16777216");
    }
}
