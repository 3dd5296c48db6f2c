package org.sluice.ui.admission;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.ui.admission.AdmissionDesk.Fact;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Words;
import org.sluice.ui.tasks.TaskPanel;

/**
 * The facts that the rules look at, part by part, with how many of them are said. A part in which nothing is asked is
 * folded; so is one that was filled in for an earlier round, until something in it is wrong.
 */
final class FactSheet extends Composite<Div> {

    private record Part(String name, NativeDetails fold, List<FactField> fields) {

        private void count() {
            fold.setSummaryText(Words.of("admission.part", Words.of("factPart." + name), said(fields), fields.size()));
        }
    }

    private final List<FactField> all = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final Span count = new Span();

    FactSheet(List<Fact> facts, FormFields fields) {
        getContent().addClassName("stack");
        count.getElement().setAttribute("role", "status");
        getContent().add(count);
        var byPart = new LinkedHashMap<String, List<Fact>>();
        facts.forEach(fact ->
                byPart.computeIfAbsent(fact.part(), part -> new ArrayList<>()).add(fact));
        byPart.forEach((part, its) -> getContent().add(part(part, its, fields)));
        count();
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
                known.labelled(
                        Words.of(fact.label()),
                        new Div(FactText.of(fact.kind(), fact.type(), fact.measure(), fact.known())));
            }
        }
        var content = new Div();
        content.addClassName("panel");
        if (asked.size() < facts.size()) {
            content.add(FindingCard.quiet(Words.of("admission.knownToTheHouse")), known);
        }
        content.add(form);
        var fold = new NativeDetails(Words.of("admission.part.known", Words.of("factPart." + name)), content);
        fold.setOpen(asked.stream().anyMatch(FactField::isUnknown));
        if (!asked.isEmpty()) {
            var part = new Part(name, fold, asked);
            part.count();
            parts.add(part);
            all.addAll(asked);
            asked.forEach(field -> field.onChange(() -> {
                part.count();
                count();
            }));
        }
        return fold;
    }

    private void count() {
        var missing = missing();
        count.setText(Words.of(
                missing == 0 ? "admission.facts.allSaid" : "admission.facts.said",
                all.size() - missing,
                all.size(),
                missing));
    }

    private static long said(List<FactField> fields) {
        return fields.stream().filter(field -> !field.isUnknown()).count();
    }

    /** How many facts nobody has said anything about. */
    int missing() {
        return (int) (all.size() - said(all));
    }

    /** What follows if the dossier is sent with facts missing; null when nothing is. */
    TaskPanel.@Nullable Question question() {
        return missing() == 0
                ? null
                : new TaskPanel.Question(
                        Words.of("admission.facts.ask", missing()),
                        Words.of("admission.facts.follows", missing()),
                        Words.of("admission.facts.send"));
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
