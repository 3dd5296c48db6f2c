package org.sluice.process.intake;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * The intake desk's note: whether to go on, and how.
 *
 * @param freeChannel a public channel gives the data free of charge
 * @param note what was looked at and why this conclusion
 */
public record WriteFeasibilityNote(
        @Nullable Feasibility conclusion,
        @Nullable Boolean freeChannel,
        @Nullable String note) implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("conclusion", conclusion)
                .required("freeChannel", freeChannel)
                .required("note", note)
                .atMost("note", note, 4000);
    }
}
