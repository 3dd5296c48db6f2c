package org.sluice.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.process.UnitCode;
import org.sluice.shared.SearchText;

/**
 * Which rows of a list are asked for: every word must occur, the state must be one of those given.
 *
 * @param words in lower case; wildcards are ordinary characters
 * @param states empty means all
 * @param group null means all
 * @param units whose rows are shown although they are not listed; null means all
 */
record Filter(
        List<String> words,
        Collection<String> states,
        @Nullable String group,
        @Nullable Set<UnitCode> units) {

    /** The same rows, without those that are not listed and belong to other units than these; null leaves none out. */
    Filter unlistedOf(@Nullable Set<UnitCode> units) {
        return new Filter(words, states, group, units);
    }

    /** The words of a search text; blanks of either script and control characters separate them. */
    static List<String> words(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[\\s\\p{Z}\\p{Cntrl}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The condition on table alias {@code t}, with one {@code ?} for each of {@link #params()}. */
    String where(String groupColumn) {
        var conditions = new ArrayList<String>();
        words.forEach(word -> conditions.add("t.search like ?"));
        if (!states.isEmpty()) {
            conditions.add("t.state in (" + states.stream().map(state -> "?").collect(Collectors.joining(", ")) + ")");
        }
        if (group != null) {
            conditions.add("t." + groupColumn + " = ?");
        }
        if (units != null) {
            conditions.add("(t.state = 'LISTED' or t.org_unit = any(?))");
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    List<Object> params() {
        var patterns = words.stream().map(SearchText::like);
        var seen = Stream.ofNullable(units)
                .map(each -> each.stream().map(UnitCode::value).toArray(String[]::new));
        return Stream.of(patterns, states.stream(), Stream.ofNullable(group), seen)
                .<Object>flatMap(part -> part)
                .toList();
    }
}
