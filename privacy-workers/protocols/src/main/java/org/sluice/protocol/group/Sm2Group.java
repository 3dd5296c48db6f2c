package org.sluice.protocol.group;

import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;

/**
 * The curve of SM2 (GB/T 32918.5, sm2p256v1), for the national suite.
 *
 * <p><b>Not a standard.</b> No standard says how to hash into this curve. The suite {@code SM2_XMD:SM3_SSWU_…} follows
 * RFC 9380 in everything that the RFC leaves to a suite: the map is the simplified SWU with Z = -9, the value that the
 * criteria of its appendix H.2 give for this curve; the expansion is {@code expand_message_xmd} with SM3, whose digest and
 * block are as long as those of SHA-256; L = 48. Nobody has published vectors; ours are frozen in the tests and checked
 * against a second computation.
 *
 * <p>BouncyCastle's multiplication is the only one there is here.
 */
public final class Sm2Group extends WeierstrassGroup {

    static final ECCurve CURVE = CustomNamedCurves.getByName("sm2p256v1").getCurve();
    static final Curve256 FLAT = new Curve256(CURVE, Sm2Field.INSTANCE);
    private static final SimplifiedSwu MAP = new SimplifiedSwu(FLAT, -9);

    public Sm2Group(Encoding encoding) {
        super("SM2", CURVE, FLAT, MAP, MessageExpansion.XMD_SM3, encoding);
    }

    @Override
    public String suite() {
        return "SM2_XMD:SM3_SSWU_" + encoding().suffix();
    }
}
