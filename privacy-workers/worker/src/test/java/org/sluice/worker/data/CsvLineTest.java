package org.sluice.worker.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvLineTest {

    @Test
    void tellsFieldsApart() {
        isTold("a,b,c", "a", "b", "c");
        isTold(" a ,\tb b, ", "a", "b b", "");
        isTold(",", "", "");
        isTold("", "");
        isTold("a,\"b,c\",d", "a", "b,c", "d");
        isTold("\"a\", \"b \"\" , c\" ,d", "a", "b \" , c", "d");
        isTold("\"\",\"\"\"\",x", "", "\"", "x");
    }

    /** Whoever writes so may have meant any of them, from there on. */
    @Test
    void tellsNothingFromQuotesOnThatStandWhereTheyMustNot() {
        isToldInPart("a,\"b,c", "a");
        isToldInPart("a,\"b\"c,d", "a");
        isToldInPart("\"a\"\"");
        isToldInPart("5\" pipe,b");
        isToldInPart("a, b\",c", "a");
    }

    private static void isTold(String line, String... fields) {
        assertThat(CsvLine.fields(line)).hasValue(List.of(fields));
        areTold(line, fields);
    }

    private static void isToldInPart(String line, String... fields) {
        assertThat(CsvLine.fields(line)).isEmpty();
        areTold(line, fields);
    }

    private static void areTold(String line, String... fields) {
        List<String> single = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            CsvLine.field(line, i).ifPresent(single::add);
        }
        assertThat(single).containsExactly(fields);
        assertThat(CsvLine.field(line, fields.length)).isEqualTo(Optional.empty());
    }
}
