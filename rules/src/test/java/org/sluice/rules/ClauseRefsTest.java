package org.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No row leans on a clause that the house does not know. The clauses are reference data, read where {@code db/} keeps it. */
class ClauseRefsTest {

    private static final Path CLAUSES = Path.of("../db/src/main/resources/reference/regulation_clause.csv");

    @Test
    void everyClauseOfEveryRowIsInTheReferenceData() throws IOException {
        var known = Files.readAllLines(CLAUSES).stream()
                .skip(1)
                .map(line -> line.split(",")[0].replace("\"", ""))
                .collect(Collectors.toSet());
        assertThat(ExamplesTest.tables().flatMap(table -> table.rows().stream()).flatMap(row -> row.clauses().stream()))
                .isNotEmpty()
                .isSubsetOf(known);
    }
}
