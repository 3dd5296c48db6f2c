package org.sluice.process.evaluation;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * What another person found about an objection.
 *
 * @param corrections the figures as they ought to have been; at least one when it is upheld, none else
 * @param comment the reasons, which the supplier is told
 */
public record ReviewObjection(
        @Nullable Boolean upheld,
        List<FigureCorrection> corrections,
        @Nullable String comment) implements Body {

    // a body that leaves the list out has none
    @SuppressWarnings("ConstantValue")
    public ReviewObjection {
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
    }

    @Override
    public void check(Problems problems) {
        problems.required("upheld", upheld)
                .required("comment", comment)
                .atMost("comment", comment, 4000)
                .when(Boolean.TRUE.equals(upheld) && corrections.isEmpty(), "corrections", "required")
                .when(Boolean.FALSE.equals(upheld) && !corrections.isEmpty(), "corrections", "onlyWhenUpheld");
        var seen = new HashSet<ScoreItem>();
        for (int i = 0; i < corrections.size(); i++) {
            var correction = corrections.get(i);
            correction.check("corrections[" + i + "]", problems);
            problems.when(
                    correction.item() != null && !seen.add(correction.item()),
                    "corrections[" + i + "].item",
                    "itemTwice");
        }
    }
}
