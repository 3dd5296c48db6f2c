package org.sluice.ui.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.sluice.ui.cases.CaseDesk.Clause;
import org.sluice.ui.cases.CaseDesk.DecisionView;
import org.sluice.ui.cases.CaseDesk.FiredRow;
import org.sluice.ui.parts.EmptyState;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.TextLink;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;

/**
 * What the tables decided: the release, what they were told, the rows that fired and the clauses behind them. A step that
 * puts many questions to one table, such as a scorecard item by item, is one entry that unfolds question by question.
 */
final class DecisionList extends Composite<Div> {

    private static final Pattern RULE = Pattern.compile("[A-Z]-\\d+\\w*");

    DecisionList(List<DecisionView> decisions) {
        getContent().addClassName("decisions");
        if (decisions.isEmpty()) {
            getContent().add(new EmptyState(Words.of("cases.noDecisions")));
        }
        steps(decisions).stream().map(DecisionList::card).forEach(getContent()::add);
    }

    /** Questions of one element of a model to the same table and release, with no other decision in between. */
    private static List<List<DecisionView>> steps(List<DecisionView> decisions) {
        var steps = new ArrayList<List<DecisionView>>();
        DecisionView before = null;
        for (var decision : decisions) {
            if (before == null
                    || !before.decision().equals(decision.decision())
                    || !before.element().equals(decision.element())
                    || before.release() != decision.release()) {
                steps.add(new ArrayList<>());
            }
            steps.get(steps.size() - 1).add(decision);
            before = decision;
        }
        return steps;
    }

    private static Component card(List<DecisionView> step) {
        var last = step.get(step.size() - 1);
        var release = new TextLink(Routes.release(last.release()), Words.of("cases.release", last.release()));
        var meta = new Paragraph(release, new Span(" · " + Format.forReader().moment(last.at())));
        meta.addClassName("quiet");
        var card = new Div(new H3(Words.of(last.name())), meta);
        if (step.size() == 1) {
            card.add(questionAndAnswer(last));
        } else {
            card.add(folded(step));
        }
        card.addClassName("decision");
        return card;
    }

    private static Component folded(List<DecisionView> step) {
        var questions = new OrderedList();
        step.stream().map(decision -> new ListItem(questionAndAnswer(decision))).forEach(questions::add);
        return new NativeDetails(Words.of("cases.questions", step.size()), questions);
    }

    private static Component[] questionAndAnswer(DecisionView decision) {
        if (decision.rows().isEmpty()) {
            return new Component[] {values(decision.facts()), new Paragraph(Words.of("cases.noRowFired"))};
        }
        var rows = new UnorderedList();
        rows.addClassName("fired-rows");
        decision.rows().stream().map(DecisionList::row).forEach(rows::add);
        var fired = new Paragraph(Words.of("cases.rowsFired", decision.rows().size()));
        return new Component[] {values(decision.facts()), fired, rows};
    }

    private static ListItem row(FiredRow row) {
        var description = new Span(Words.of(row.description()));
        description.addClassName("fired-row-text");
        // the number of a rule is what people quote; the name of a row, or of a fact that is missing, says no more than
        // its text
        var id = new Span(RULE.matcher(row.row()).matches() ? row.row() : "");
        id.addClassName("quiet");
        var item = new ListItem(new Div(description, id), values(row.outputs()));
        if (row.housePolicy()) {
            var policy = new Div(Words.of("common.housePolicy"));
            policy.addClassName("clause");
            item.add(policy);
        }
        row.clauses().stream().map(DecisionList::clause).forEach(item::add);
        return item;
    }

    private static Component clause(Clause clause) {
        var ref = new Span(clause.ref());
        ref.addClassName("clause-ref");
        var line = new Div(ref, new Span(Words.of(clause.summary())));
        line.addClassName("clause");
        if (!clause.verified()) {
            line.add(new StatusBadge(Words.of("cases.unverified"), Tone.WARNING));
        }
        return line;
    }

    private static FactList values(Map<String, String> values) {
        var facts = new FactList();
        facts.addClassName("decision-values");
        values.forEach((name, value) -> facts.fact("input." + name, FactWords.of(name, value)));
        return facts;
    }
}
