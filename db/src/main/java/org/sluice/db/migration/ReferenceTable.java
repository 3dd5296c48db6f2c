package org.sluice.db.migration;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table that a CSV file fills.
 *
 * @param name of the table and of the file
 * @param key columns by which a row is known
 * @param follows what becomes of a row that is there already: true when it takes the file's text, false when it stays,
 *     because people edit it in the product
 * @param except condition of rows that stay even so; empty for none
 */
record ReferenceTable(String name, List<String> key, boolean follows, String except) {

    ReferenceTable {
        key = List.copyOf(key);
    }

    static ReferenceTable follows(String name, String... key) {
        return new ReferenceTable(name, List.of(key), true, "");
    }

    static ReferenceTable stays(String name, String... key) {
        return new ReferenceTable(name, List.of(key), false, "");
    }

    ReferenceTable except(String condition) {
        return new ReferenceTable(name, key, follows, condition);
    }

    /**
     * Brings the rows of a table {@code incoming} in; a row that is as the file says is not touched.
     *
     * @param columns of the file
     */
    String merge(List<String> columns) {
        String all = String.join(", ", columns);
        if (!follows) {
            String same = key.stream()
                    .map(each -> "here.%1$s = incoming.%1$s".formatted(each))
                    .collect(Collectors.joining(" and "));
            return "insert into sluice.%s (%s) select %s from incoming where not exists (select 1 from sluice.%s here where %s)"
                    .formatted(name, all, all, name, same);
        }
        List<String> told = columns.stream().filter(each -> !key.contains(each)).toList();
        String changed = "(%s) is distinct from (%s)".formatted(with("here.", told), with("excluded.", told));
        return "insert into sluice.%s as here (%s) select %s from incoming on conflict (%s) do update set (%s) = row(%s) where %s"
                .formatted(
                        name,
                        all,
                        all,
                        String.join(", ", key),
                        String.join(", ", told),
                        with("excluded.", told),
                        Stream.of(changed, except.isEmpty() ? "" : "not (here." + except + ")")
                                .filter(each -> !each.isEmpty())
                                .collect(Collectors.joining(" and ")));
    }

    private static String with(String prefix, List<String> columns) {
        return columns.stream().map(each -> prefix + each).collect(Collectors.joining(", "));
    }
}
