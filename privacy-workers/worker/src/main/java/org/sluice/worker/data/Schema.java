package org.sluice.worker.data;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Kinds of identifier. Both are 18 characters of ASCII once normalised, and carry a check character. */
public enum Schema {

    /** Unified social credit code (GB 32100-2015). */
    USCC("uscc") {
        @Override
        Optional<String> wrong(String identifier) {
            for (int i = 0; i < LENGTH; i++) {
                if (CHARSET.indexOf(identifier.charAt(i)) < 0) {
                    return Optional.of("a character that codes do not use");
                }
            }
            return identifier.charAt(LENGTH - 1) == creditCodeCheck(identifier)
                    ? Optional.empty()
                    : Optional.of("wrong check character");
        }
    },

    /** Number of a resident's identity card (GB 11643-1999). */
    ID_NUMBER("id-number") {
        @Override
        Optional<String> wrong(String identifier) {
            if (!identifier.matches("\\d{17}[\\dX]")) {
                return Optional.of("a character that numbers do not use");
            }
            if (!isDate(identifier.substring(6, 14))) {
                return Optional.of("no date of birth");
            }
            return identifier.charAt(LENGTH - 1) == idNumberCheck(identifier)
                    ? Optional.empty()
                    : Optional.of("wrong check character");
        }
    };

    static final int LENGTH = 18;

    private static final String CHARSET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final String column;

    Schema(String column) {
        this.column = column;
    }

    /** The name of the column in a file's first line. */
    public String column() {
        return column;
    }

    public static Optional<Schema> of(String column) {
        return Stream.of(values()).filter(each -> each.column.equals(column)).findFirst();
    }

    /** The one spelling of an identifier, also of those in lists: full-width characters made narrow, upper case, no blanks around. */
    public static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }

    /** What is wrong with a normalised identifier, without repeating it. */
    final Optional<String> check(String identifier) {
        return identifier.length() == LENGTH ? wrong(identifier) : Optional.of("not 18 characters");
    }

    abstract Optional<String> wrong(String identifier);

    /** GB 32100: weights 3^i modulo 31. */
    static char creditCodeCheck(String identifier) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += CHARSET.indexOf(identifier.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return CHARSET.charAt((31 - sum % 31) % 31);
    }

    /** ISO 7064 MOD 11-2: weights 2^(17-i) modulo 11. */
    static char idNumberCheck(String identifier) {
        int product = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            product = (product + Character.digit(identifier.charAt(i), 10)) * 2 % 11;
        }
        int check = (12 - product) % 11;
        return check == 10 ? 'X' : Character.forDigit(check, 10);
    }

    private static boolean isDate(String digits) {
        try {
            LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6)));
            return true;
        } catch (DateTimeException wrong) {
            return false;
        }
    }
}
