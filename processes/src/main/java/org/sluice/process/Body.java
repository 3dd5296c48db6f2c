package org.sluice.process;

import java.util.List;

/** What a person posts: a form or the body of a user task. It knows by itself what a well-formed one is. */
public interface Body {

    /** Adds everything that is wrong with this body alone, without looking anything up. */
    void check(Problems problems);

    default List<FieldProblem> problems() {
        var problems = new Problems();
        check(problems);
        return problems.list();
    }
}
