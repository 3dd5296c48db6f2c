package org.sluice.rulebook;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sluice.process.CaseId;
import org.sluice.rules.Evaluation;
import org.sluice.rules.RuleBook;
import org.sluice.rules.facts.CaseFacts;
import org.sluice.rules.facts.RuleParameters;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks the rules about a case, by the release in force and the day it is in the house, and keeps what they said. */
@Service
public class RuleQuestions {

    private final RuleBook book;
    private final Releases releases;
    private final Parameters parameters;
    private final Decisions decisions;
    private final Clock clock;

    RuleQuestions(RuleBook book, Releases releases, Parameters parameters, Decisions decisions, Clock clock) {
        this.book = book;
        this.releases = releases;
        this.parameters = parameters;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * Every question is a record of its own, also when it was asked before; it holds no fact that is a person's data.
     *
     * @param element of the model that asks
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Evaluation ask(CaseId caseId, String element, CaseFacts facts) {
        int release = releases.current();
        var today = WorkingDays.today(clock);
        // by the numbers that the release keeps: another transaction may change them between two looks
        var evaluation = book.evaluate(facts, numbers(releases.parameters(release)), today);
        decisions.keep(caseId, element, release, evaluation);
        return evaluation;
    }

    /** What they say now, of which no record is kept: for what belongs to no case. */
    @Transactional(readOnly = true)
    public Evaluation look(CaseFacts facts) {
        int release = releases.current();
        return book.evaluate(facts, numbers(releases.parameters(release)), WorkingDays.today(clock));
    }

    /** What the rules need in this case today and nobody knows, by name; nothing is recorded. */
    @Transactional(readOnly = true)
    public List<String> missing(CaseFacts facts) {
        return book.missing(facts, numbers(parameters.inForce()));
    }

    /** What a rule looks at, by name: an answer about a case in which none of it has changed still holds. */
    public Set<String> looksAt(String rule) {
        return book.looksAt(rule);
    }

    /** The rules as they stand now, in the order of their table. */
    public List<RuleBook.Rule> rules() {
        return book.rules();
    }

    private static RuleParameters numbers(List<Parameters.Value> values) {
        return new RuleParameters(
                values.stream().collect(Collectors.toMap(Parameters.Value::key, Parameters.Value::value)));
    }
}
