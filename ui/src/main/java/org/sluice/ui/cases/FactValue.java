package org.sluice.ui.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.regex.Pattern;
import org.sluice.process.LocalText;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.TextLink;

/** A fact's value on the page; the codes of cases, products and suppliers lead to their own pages. */
final class FactValue {

    /** Facts that hold codes. What a person wrote is left alone. */
    private static final Set<String> WITH_CODES = Set.of(
            "product",
            "code",
            "supplier",
            "knownAlternatives",
            "requirementNo",
            "mergedInto",
            "carried",
            "preferredSupplier",
            "replacement",
            "blacklistCase");

    private static final Pattern CODE = Pattern.compile("((REQ|USE|EVA|EXI|BLK)-\\d{4}|DP|SUP)-\\d+");

    private FactValue() {}

    static Component of(String label, LocalText value) {
        var text = FactWords.of(label, value);
        return WITH_CODES.contains(label) ? linked(text) : new Span(text);
    }

    private static Span linked(String text) {
        var line = new Span();
        int end = 0;
        var codes = CODE.matcher(text);
        while (codes.find()) {
            line.add(text.substring(end, codes.start()));
            line.add(new TextLink(route(codes.group()), codes.group()));
            end = codes.end();
        }
        line.add(text.substring(end));
        return line;
    }

    private static String route(String code) {
        if (code.startsWith("DP-")) {
            return Routes.product(code);
        }
        return code.startsWith("SUP-") ? Routes.supplier(code) : Routes.caseNumbered(code);
    }
}
