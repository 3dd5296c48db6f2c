package org.sluice.ui.catalog;

import java.util.List;
import java.util.stream.Stream;
import org.sluice.ui.parts.FilterBar.Choice;
import org.sluice.ui.parts.Words;

/** What the filters of the catalogue offer. */
final class Choices {

    private static final List<String> PRODUCT_STATES = List.of(
            "LISTED",
            "DEGRADED",
            "OFFBOARDING",
            "RETIRED",
            "ADMITTED",
            "CONDITIONALLY_ADMITTED",
            "IN_TEST",
            "UNDER_REVIEW",
            "DRAFT",
            "REJECTED");
    private static final List<String> SUPPLIER_STATES = List.of(
            "QUALIFIED",
            "PREFERRED",
            "RESTRICTED",
            "POTENTIAL",
            "UNDER_REVIEW",
            "SUSPENDED",
            "EXITED",
            "REJECTED",
            "BLACKLISTED");
    private static final List<String> CASE_STATES = List.of("LISTED", "DRAFT", "RETIRED");

    private Choices() {}

    static List<Choice> productStates() {
        return states(PRODUCT_STATES.stream());
    }

    static List<Choice> supplierStates() {
        return states(SUPPLIER_STATES.stream());
    }

    static List<Choice> caseStates() {
        return states(CASE_STATES.stream());
    }

    static List<Choice> of(List<CatalogDesk.Option> options) {
        return options.stream()
                .map(option -> new Choice(option.code(), Words.of(option.name())))
                .toList();
    }

    private static List<Choice> states(Stream<String> codes) {
        return codes.map(code -> new Choice(code, Words.ofState(code))).toList();
    }
}
