package org.sluice.worker.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.WorkerFolder;

/**
 * Invented identifiers for demonstrations: valid in every check, and all with administrative code 990000, which is not
 * allocated and therefore belongs to nobody.
 *
 * <p>All files of one seed are windows on the same endless row of identifiers, so that any two of them overlap in a known
 * number. As in real files, some rows are in lower case, full width or with blanks around.
 *
 * <p>Values, where wanted, are like what firms owe a bank, in thousands: many owe little and few owe much.
 */
public final class DemoData {

    /** Odd and not divisible by five, so that its multiples run through all numbers of eight digits before any returns. */
    private static final long STEP = 68_719_477L;

    private static final int NUMBERS = 100_000_000;
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1800, 1, 1);

    /** Some owe as much; all that a window can hold stay far below what the values of a set may add up to. */
    private static final int MOST_OWED = 50_000;

    /**
     * The window of identifiers number {@code from} to {@code from + rows}.
     *
     * @param values whether each has a value, which then depends on seed and identifier alone
     */
    public record Window(Schema schema, long seed, int from, int rows, boolean values) {

        /** One without values. */
        public Window(Schema schema, long seed, int from, int rows) {
            this(schema, seed, from, rows, false);
        }
    }

    private DemoData() {}

    /** Writes a data set into the folder; refuses to replace one. */
    public static void write(WorkerFolder folder, String name, Window window) {
        Path file = folder.data().resolve(name + ".csv");
        if (Files.exists(file)) {
            throw new Problem(NoticeCode.FILE_TAKEN, file);
        }
        String header = window.schema().column() + (window.values() ? "," + Source.VALUE : "");
        String text = header + "\n" + String.join("\n", rows(window)) + "\n";
        WorkerFolder.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> rows(Window window) {
        List<String> rows = new ArrayList<>(window.rows());
        for (int i = 0; i < window.rows(); i++) {
            int number = window.from() + i;
            String identifier = spelled(identifier(window.schema(), window.seed(), number), i);
            rows.add(window.values() ? identifier + "," + value(window.seed(), number) : identifier);
        }
        Collections.shuffle(rows, new Random(window.seed() ^ window.from()));
        return rows;
    }

    static String identifier(Schema schema, long seed, int number) {
        int unique = Math.floorMod(seed * 7_919 + number * STEP, NUMBERS);
        return schema == Schema.USCC ? creditCode(unique) : idNumber(unique);
    }

    /** From 1 on, as many between 1 and 10 as between 1,000 and 10,000. */
    private static int value(long seed, int number) {
        double chosen = new SplittableRandom(seed * NUMBERS + number).nextDouble();
        return (int) StrictMath.pow(MOST_OWED + 1, chosen);
    }

    private static String creditCode(int number) {
        String organisation = String.format(Locale.ROOT, "%08d", number);
        String body = "91990000" + organisation + organisationCheck(organisation);
        return body + Schema.creditCodeCheck(body);
    }

    /** A thousand numbers a day from the year 1800 on: unique, and some births lie far in the past or to come. */
    private static String idNumber(int number) {
        String birth = FIRST_BIRTH.plusDays(number / 1000).format(DateTimeFormatter.BASIC_ISO_DATE);
        String body = "990000" + birth + String.format(Locale.ROOT, "%03d", number % 1000);
        return body + Schema.idNumberCheck(body);
    }

    /** GB 11714: modulo 11, where 10 is written X. */
    private static char organisationCheck(String organisation) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += Character.digit(organisation.charAt(i), 10) * ORGANISATION_WEIGHTS[i];
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : Character.forDigit(check, 10);
    }

    private static String spelled(String identifier, int row) {
        return switch (row % 50) {
            case 7 -> identifier.toLowerCase(Locale.ROOT);
            case 19 -> "  " + identifier + " ";
            case 31 -> fullWidth(identifier);
            default -> identifier;
        };
    }

    private static String fullWidth(String identifier) {
        return identifier
                .codePoints()
                .map(each -> each + 0xFEE0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
