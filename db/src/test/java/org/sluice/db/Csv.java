package org.sluice.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The reference files as they lie on the class path. */
final class Csv {

    /** The files that the first landing had. */
    static final List<String> LANDED = List.of(
            "regulation",
            "regulation_clause",
            "standard",
            "clock",
            "role",
            "org_unit",
            "data_class",
            "data_field",
            "business_line",
            "scenario",
            "state",
            "supplier_type",
            "rule_parameter",
            "calendar_day");

    static final List<String> TABLES = LANDED;

    private Csv() {}

    /** No file has a line break inside a cell, so a row is a line. */
    static long rows(String table) throws IOException {
        return text(table).lines().count() - 1;
    }

    static List<String> columns(String table) throws IOException {
        return List.of(text(table).lines().findFirst().orElseThrow().split(","));
    }

    private static String text(String table) throws IOException {
        try (InputStream in = Csv.class.getResourceAsStream("/reference/" + table + ".csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
