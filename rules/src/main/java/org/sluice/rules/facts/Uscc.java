package org.sluice.rules.facts;

import java.util.regex.Pattern;

/** The check character of a unified social credit code (GB 32100-2015): base 31 without I, O, S, V and Z. */
final class Uscc {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern SHAPE = Pattern.compile("[0-9A-HJ-NP-RTUWXY]{18}");

    private Uscc() {}

    static boolean isSound(String code) {
        if (!SHAPE.matcher(code).matches()) {
            return false;
        }
        int sum = 0;
        int weight = 1; // 3^i mod 31
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.indexOf(code.charAt(17)) == (31 - sum % 31) % 31;
    }
}
