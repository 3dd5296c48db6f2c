package org.sluice.ui.admission;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.ui.admission.AdmissionDesk.Fact;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Words;

/**
 * The facts that the rules look at, part by part. A part in which nothing is asked is folded; so is one that was filled in
 * for an earlier round, until something in it is wrong.
 */
final class FactSheet extends Composite<Div> {

    private record Part(NativeDetails fold, List<FactField> fields) {}

    private final List<FactField> all = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    FactSheet(List<Fact> facts, FormFields fields) {
        getContent().addClassName("stack");
        var byPart = new LinkedHashMap<String, List<Fact>>();
        facts.forEach(fact ->
                byPart.computeIfAbsent(fact.part(), part -> new ArrayList<>()).add(fact));
        byPart.forEach((part, its) -> getContent().add(part(part, its, fields)));
    }

    private NativeDetails part(String name, List<Fact> facts, FormFields fields) {
        var known = new FactList();
        var form = new FormLayout();
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("26rem", 2));
        var asked = new ArrayList<FactField>();
        for (var fact : facts) {
            if (fact.known() == null) {
                var field = FactField.of(fact, fields);
                field.register(fields);
                form.add(field.component());
                asked.add(field);
            } else {
                known.labelled(Words.of(fact.label()), new Div(FactText.of(fact.kind(), fact.type(), fact.known())));
            }
        }
        var content = new Div();
        content.addClassName("panel");
        if (asked.size() < facts.size()) {
            content.add(FindingCard.quiet(Words.of("admission.knownToTheHouse")), known);
        }
        content.add(form);
        var open = asked.stream().anyMatch(FactField::isUnknown);
        var summary = asked.isEmpty()
                ? Words.of("admission.part.known", Words.of("factPart." + name))
                : Words.of("admission.part", Words.of("factPart." + name), asked.size());
        var fold = new NativeDetails(summary, content);
        fold.setOpen(open);
        all.addAll(asked);
        parts.add(new Part(fold, asked));
        return fold;
    }

    /** What has been filled in, by name; what is not known is not there. */
    Map<String, @Nullable Object> read() {
        var said = new LinkedHashMap<String, @Nullable Object>();
        all.forEach(field -> {
            var value = field.read();
            if (value != null) {
                said.put(field.name(), value);
            }
        });
        return said;
    }

    /** A problem that is folded away is no help. */
    void openWhereWrong() {
        parts.stream()
                .filter(part -> part.fields().stream().anyMatch(FactField::isWrong))
                .forEach(part -> part.fold().setOpen(true));
    }
}
