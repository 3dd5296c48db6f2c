package org.sluice.process;

import java.util.List;
import java.util.stream.Collectors;

/** One or more fields are missing or wrong; every one is named, not only the first (HTTP 422). */
public final class Invalid extends Refusal {

    private final transient List<FieldProblem> problems;

    public Invalid(List<FieldProblem> problems) {
        super("invalid", problems.stream().map(FieldProblem::field).distinct().collect(Collectors.joining(", ")));
        this.problems = List.copyOf(problems);
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
