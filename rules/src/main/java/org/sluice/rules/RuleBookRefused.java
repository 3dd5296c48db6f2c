package org.sluice.rules;

import java.util.List;
import java.util.stream.Collectors;

/** The texts of a rule book are not taken. Every problem that was found is named, not only the first. */
public final class RuleBookRefused extends RuntimeException {

    private final transient List<RuleProblem> problems;

    RuleBookRefused(List<RuleProblem> problems) {
        super(problems.stream().map(RuleProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** In the order of files and lines. */
    public List<RuleProblem> problems() {
        return problems;
    }
}
