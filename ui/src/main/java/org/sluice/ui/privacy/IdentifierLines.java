package org.sluice.ui.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import org.sluice.process.privacy.HiddenQueryForm;

/**
 * Identifiers as a person writes them, one per line: blank lines do not count, and what stands twice is asked once.
 *
 * @param lines on which each stands first, counted from 1
 * @param doubled how many lines repeat an earlier one
 */
record IdentifierLines(List<String> identifiers, List<Integer> lines, int doubled) {

    /** A batch smaller than the largest; a single identifier is a batch of its own. */
    private static final int SMALL_BATCH = 8;

    static IdentifierLines of(String text) {
        var first = new LinkedHashMap<String, Integer>();
        var written = text.lines().map(String::strip).toList();
        int blank = 0;
        for (int i = 0; i < written.size(); i++) {
            if (written.get(i).isEmpty()) {
                blank++;
            } else {
                first.putIfAbsent(written.get(i), i + 1);
            }
        }
        return new IdentifierLines(
                List.copyOf(first.keySet()), List.copyOf(first.values()), written.size() - blank - first.size());
    }

    /** How many the supplier counts: the batch that they fill. */
    int counted() {
        int size = identifiers.size();
        if (size <= 1) {
            return size;
        }
        return size <= SMALL_BATCH ? SMALL_BATCH : HiddenQueryForm.MOST;
    }
}
