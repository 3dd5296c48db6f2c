package org.sluice.demo.data;

import java.util.Locale;

/**
 * Unified social credit codes (GB 32100-2015) with right check characters and administrative code 990000, which is not
 * allocated: they pass every check and belong to nobody.
 */
final class CreditCode {

    private static final String CHARSET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CreditCode() {}

    /**
     * @param kind registration department and kind of body: {@code 91} enterprise, {@code 11} state organ, {@code 12}
     *     public institution
     * @param number makes the code unique, up to eight digits
     */
    static String of(String kind, int number) {
        var organisation = String.format(Locale.ROOT, "%08d", number);
        var body = kind + "990000" + organisation + organisationCheck(organisation);
        return body + check(body);
    }

    /** The check character of the first 17: weights 3^i mod 31. */
    static char check(String body) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += CHARSET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return CHARSET.charAt((31 - sum % 31) % 31);
    }

    /** GB 11714: modulo 11, where 10 is written X. */
    private static char organisationCheck(String organisation) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(organisation.charAt(i), 10) * ORGANISATION_WEIGHTS[i];
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : Character.forDigit(check, 10);
    }
}
