package org.sluice.story;

import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.ui.story.Chapter;
import org.sluice.ui.story.StoryDesk.State;
import org.sluice.ui.story.StoryDesk.Turn;

/**
 * Where the story is.
 *
 * @param caseId the case that it is in; null where it is in none
 * @param turn whose turn it is; null where nobody has one
 */
record Standing(
        State state,
        Chapter chapter,
        @Nullable CaseId caseId,
        @Nullable Turn turn) {

    boolean isUnderWay() {
        return state == State.UNDER_WAY || state == State.WAITING;
    }

    /** The case to look at while nobody has a turn. */
    @Nullable
    CaseId lookedAt() {
        return state == State.WAITING || state == State.LOST ? caseId : null;
    }
}
