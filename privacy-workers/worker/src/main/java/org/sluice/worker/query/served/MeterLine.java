package org.sluice.worker.query.served;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/** One count: {@code <peer> <list> <evaluations|retrievals> <how many>}. */
record MeterLine(Account account, int count) {

    static final String EVALUATIONS = "evaluations";
    static final String RETRIEVALS = "retrievals";

    private static final Pattern SHAPE =
            Pattern.compile("([a-z0-9-]+) ([a-z0-9-]+) (" + EVALUATIONS + "|" + RETRIEVALS + ") (\\d{1,9})");

    /** Characters of a line, above what names allow. */
    private static final int LONGEST = 1024;

    record Account(String peer, String list, String what) {}

    @Override
    public String toString() {
        return account.peer() + " " + account.list() + " " + account.what() + " " + count + "\n";
    }

    /**
     * Reads a file's whole lines one by one: a day's file may be larger than what the worker may hold.
     *
     * @return the bytes that they take; a line that is cut off follows
     * @throws Problem if a whole line is no count, or what was cut off is longer than one
     */
    static long read(Path file, Consumer<MeterLine> each) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            StringBuilder line = new StringBuilder();
            long whole = 0;
            int lines = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    lines++;
                    each.accept(of(line).orElseThrow(problem(file, lines)));
                    whole += line.length() + 1;
                    line.setLength(0);
                } else if (line.length() == LONGEST) {
                    throw problem(file, lines + 1).get();
                } else {
                    line.append((char) next);
                }
            }
            return whole;
        }
    }

    private static Supplier<Problem> problem(Path file, int line) {
        return () -> new Problem(NoticeCode.METER_UNREADABLE, file, line);
    }

    private static Optional<MeterLine> of(CharSequence text) {
        Matcher line = SHAPE.matcher(text);
        if (!line.matches()) {
            return Optional.empty();
        }
        Account account = new Account(line.group(1), line.group(2), line.group(3));
        return Optional.of(new MeterLine(account, Integer.parseInt(line.group(4))));
    }
}
