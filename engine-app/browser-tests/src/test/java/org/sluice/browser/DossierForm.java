package org.sluice.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openqa.selenium.By;
import org.sluice.rules.FactCatalogue;
import org.sluice.rules.FactCatalogue.Fact;
import org.sluice.rules.Measure;
import org.sluice.rules.RuleGroup;

/** The facts of a dossier, each found by its label in the rules' catalogue and said in the way of its kind. */
final class DossierForm {

    private static final By FOLDS = By.tagName("details");

    private final Form form;
    private final Person person;
    private final RuleGroup group;

    DossierForm(Form form, Person person, RuleGroup group) {
        this.form = form.within(FOLDS);
        this.person = person;
        this.group = group;
    }

    /**
     * Says what is asked.
     *
     * @return what is not asked and not shown as known to the house either
     */
    List<String> fill(JsonNode facts) {
        var nowhere = new ArrayList<String>();
        var sheet = form.allWords();
        for (var fact : FactCatalogue.of(group)) {
            var value = facts.path(fact.name());
            if (fact.element() || value.isMissingNode()) {
                continue;
            }
            if (form.has(Labels.field(label(fact)))) {
                say(form, fact, value);
            } else if (!sheet.contains(label(fact))) {
                nowhere.add(fact.name());
            }
        }
        return nowhere;
    }

    private void say(Form to, Fact fact, JsonNode value) {
        var label = label(fact);
        switch (fact.kind()) {
            case BOOLEAN -> to.answer(label, person.text("admission.answer." + (value.asBoolean() ? "YES" : "NO")));
            case WHOLE, NUMBER -> to.type(label, number(fact, value));
            case TEXT -> to.type(label, value.asText());
            case DATE -> to.typeDay(label, LocalDate.parse(value.asText()), person.language());
            case CHOICE -> to.select(label, code(fact, value));
            case CHOICES -> codes(fact, value).forEach(code -> to.pickOneMore(label, code));
            case TEXTS -> to.type(label, texts(value));
            case COMPLEX -> records(to, label, value);
        }
    }

    private void records(Form to, String label, JsonNode records) {
        var list = to.within(Labels.field(label));
        for (int i = 0; i < records.size(); i++) {
            list.press(person.text("admission.records.add"));
            var row = list.within(Labels.group(person.text("admission.records.row", i + 1)));
            records.get(i)
                    .properties()
                    .forEach(said -> say(row, FactCatalogue.fact(group, said.getKey()), said.getValue()));
        }
    }

    private List<String> codes(Fact fact, JsonNode values) {
        return values.isEmpty()
                ? List.of(person.text("admission.noneOfThem"))
                : all(values).map(value -> code(fact, value)).toList();
    }

    private String code(Fact fact, JsonNode value) {
        return person.text(fact.type() + "." + value.asText());
    }

    /** A share is written in percent. */
    private static String number(Fact fact, JsonNode value) {
        var measure = fact.measure();
        return measure != null && measure.unit() == Measure.Unit.SHARE
                ? value.decimalValue().movePointRight(2).stripTrailingZeros().toPlainString()
                : value.asText();
    }

    private static String texts(JsonNode values) {
        return values.isEmpty() ? "-" : all(values).map(JsonNode::asText).collect(Collectors.joining(", "));
    }

    private static Stream<JsonNode> all(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false);
    }

    private String label(Fact fact) {
        return person.language().of(fact.label());
    }
}
