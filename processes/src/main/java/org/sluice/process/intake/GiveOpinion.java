package org.sluice.process.intake;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/** The opinion of a reviewer whom the triage names besides the intake desk; it is read with the feasibility note. */
public record GiveOpinion(
        @Nullable Opinion opinion, @Nullable String comment) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("opinion", opinion).required("comment", comment).atMost("comment", comment, 2000);
    }
}
