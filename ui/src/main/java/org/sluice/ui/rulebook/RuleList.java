package org.sluice.ui.rulebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;
import org.sluice.ui.rulebook.RulebookDesk.Clause;
import org.sluice.ui.rulebook.RulebookDesk.Rule;

/** Rules line by line; opened, a rule shows its grounds, its remedy and its text. */
final class RuleList extends Div {

    private static final Map<String, Tone> TONES =
            Map.of("REJECT", Tone.BAD, "MANUAL", Tone.WARNING, "WARN", Tone.QUIET);

    private final Map<String, Clause> clauses;

    /** @param emptyKey message key of what to say when there is no rule */
    RuleList(String emptyKey, List<Rule> rules, Map<String, Clause> clauses) {
        this.clauses = clauses;
        add(DataGrid.of(emptyKey, rules)
                .text("rulebook.rule.id", Rule::id)
                .column("rulebook.rule.severity", RuleList::severity)
                .text("rulebook.rule.layer", rule -> Words.of("Layer." + rule.layer()))
                .local("rulebook.rule.statement", Rule::statement)
                .grow()
                .text("rulebook.rule.settles", RuleList::settledBy)
                .share(2)
                .text("rulebook.rule.refs", RuleList::refs)
                .share(2)
                .unfolds(this::whole));
    }

    private static StatusBadge severity(Rule rule) {
        return new StatusBadge(
                Words.of("Severity." + rule.severity()), TONES.getOrDefault(rule.severity(), Tone.QUIET));
    }

    private static String settledBy(Rule rule) {
        return rule.settledBy().stream().map(Words::of).collect(Collectors.joining(Words.of("parts.comma")));
    }

    private static String refs(Rule rule) {
        return rule.refs().stream().map(RuleList::ref).collect(Collectors.joining(Words.of("parts.comma")));
    }

    private static String ref(String ref) {
        return switch (ref) {
            case RulebookDesk.HOUSE_POLICY -> Words.of("Layer.POLICY");
            case RulebookDesk.PRACTICE -> Words.of("rulebook.rule.practice");
            default -> ref;
        };
    }

    /** What a line cuts or has no room for. */
    Div whole(Rule rule) {
        var text = new Pre(rule.drl());
        text.addClassName("code");
        // a long line wraps, so that the page never scrolls sideways for it
        text.setWhiteSpace(HasText.WhiteSpace.PRE_WRAP);
        text.getElement().setAttribute("lang", "en");
        text.getElement().setAttribute("aria-label", Words.of("rulebook.rule.text"));
        var whole = new Div(
                new Div(Words.of(rule.statement())),
                new FactList()
                        .fact("rulebook.rule.group", Words.of("RuleGroup." + rule.group()))
                        .fact("rulebook.rule.remedy", Words.of(rule.remedy()))
                        .fact("rulebook.rule.settles", settledBy(rule))
                        .fact("rulebook.rule.waivable", Words.of(rule.waivable() ? "common.yes" : "common.no"))
                        .fact("rulebook.rule.refs", grounds(rule))
                        .fact("rulebook.rule.basis", rule.basis())
                        .fact("rulebook.rule.file", Words.of("rulebook.rule.place", rule.file(), rule.line())),
                text);
        whole.addClassNames("panel", "stack");
        return whole;
    }

    private Component grounds(Rule rule) {
        var grounds = new Div();
        rule.refs().forEach(ref -> {
            var line = new Div(ref(ref));
            var clause = clauses.get(ref);
            if (clause != null) {
                line.add(" · " + Words.of(clause.summary()) + " ");
                line.add(RulebookView.mark(clause));
            } else if (!ref.equals(RulebookDesk.HOUSE_POLICY)) {
                line.add(" ");
                line.add(new StatusBadge(Words.of("rulebook.unverified"), Tone.WARNING));
            }
            grounds.add(line);
        });
        return grounds;
    }
}
