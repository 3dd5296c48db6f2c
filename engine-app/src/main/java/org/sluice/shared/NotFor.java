package org.sluice.shared;

import org.sluice.process.Conflict;

/** Why a task is not for a person, after what that person has done before; it stands with these names in the inbox. */
public enum NotFor {
    /** Has taken a step of the case whose takers may not do it. */
    SAME_EYES,
    /** Has voted on the same admission. */
    VOTED_ALREADY,
    /** Has answered the same finding for another role. */
    SAME_FINDING;

    /**
     * What the service answers to whoever tries all the same.
     *
     * @param step that was taken
     */
    public Conflict refusal(String step) {
        return switch (this) {
            case SAME_EYES -> new Conflict("sameEyes", step);
            case VOTED_ALREADY -> new Conflict("votedAlready");
            case SAME_FINDING -> new Conflict("sameFindingTwice");
        };
    }
}
