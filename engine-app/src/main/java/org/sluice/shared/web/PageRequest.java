package org.sluice.shared.web;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Problems;

/** Which part of a list is asked for; read from text, so that a wrong number is refused by the field's name. */
public record PageRequest(int page, int size) {

    private static final int LARGEST = 200;
    private static final int LAST_PAGE = 1_000_000;
    private static final int USUAL = 20;

    /** @throws org.sluice.process.Invalid naming page, size or both */
    public static PageRequest of(@Nullable String page, @Nullable String size) {
        var problems = new Problems();
        var request = new PageRequest(
                number("page", page, 0, 0, LAST_PAGE, problems), number("size", size, USUAL, 1, LARGEST, problems));
        problems.orThrow();
        return request;
    }

    public int offset() {
        return page * size;
    }

    private static int number(String field, @Nullable String text, int usual, int low, int high, Problems problems) {
        if (text == null || text.isBlank()) {
            return usual;
        }
        try {
            var number = Integer.parseInt(text.strip());
            problems.between(field, number, low, high);
            return number;
        } catch (NumberFormatException e) {
            problems.add(field, "outOfRange", low, high);
            return usual;
        }
    }
}
