package org.sluice.ui.story;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Role;

/** Exists only in the demo: the guided story, and the seats of its people. Views ask for it as an optional bean. */
public interface StoryDesk {

    /** How far the story is. */
    enum State {
        /** Nobody has begun it in this database. */
        UNTOLD,
        /** Somebody has a turn. */
        UNDER_WAY,
        /** The house itself is at work. */
        WAITING,
        /** A case took another way than the story does. */
        LOST,
        TOLD
    }

    /**
     * @param begunAt null before it was begun
     * @param mayBegin it is not under way, and the suppliers that it needs are as it needs them
     * @param parts all chapters in their order
     * @param turn whose turn it is now; null where nobody has one
     * @param caseId the case that is waited for, or that took another way; null otherwise
     */
    record Telling(
            State state,
            @Nullable Instant begunAt,
            boolean mayBegin,
            List<Part> parts,
            @Nullable Turn turn,
            @Nullable CaseId caseId) {}

    /** Where a chapter stands. */
    enum Pace {
        DONE,
        NOW,
        AHEAD
    }

    /**
     * One chapter.
     *
     * @param caseId the case that it happens in; null while there is none, and where it happens outside of cases
     * @param steps what was done in it so far, in its order
     */
    record Part(
            Chapter chapter,
            Pace pace,
            @Nullable CaseId caseId,
            @Nullable String caseNumber,
            List<Step> steps) {}

    /**
     * Something that was done.
     *
     * @param task the user task's key where the move is one; null otherwise
     * @param subject what it was about, where that is not the case itself
     * @param person null where the house did it
     */
    record Step(
            Move move,
            @Nullable String task,
            @Nullable LocalText subject,
            @Nullable LocalText person,
            Instant at) {}

    /**
     * What is to be done now, and by whom.
     *
     * @param id names this turn; another one has another name
     * @param task the user task's key where the move is one; null otherwise
     * @param role in which the person does it
     * @param account the demo account of the person
     * @param place route of the page where it is done
     * @param answers what matters in this turn; the request has everything
     */
    record Turn(
            String id,
            Chapter chapter,
            Move move,
            @Nullable String task,
            @Nullable LocalText subject,
            Role role,
            String account,
            LocalText person,
            LocalText post,
            LocalText unit,
            String place,
            List<Answer> answers,
            Request request) {}

    /**
     * One answer of a turn.
     *
     * @param label message key of the field's label; null where it has a name of its own
     * @param name of a fact that the rules know; null for a field of a form
     * @param word message key of the value, where it is a code
     * @param text the value as it is, where it is not; null where there is a word
     */
    record Answer(
            @Nullable String label,
            @Nullable LocalText name,
            @Nullable String word,
            @Nullable String text) {

        public Answer(String label, @Nullable String word, @Nullable String text) {
            this(label, null, word, text);
        }
    }

    /**
     * The same turn for a program.
     *
     * @param path with {@code /api/v1} in front
     * @param body JSON
     */
    record Request(String method, String path, String body) {}

    /** @param locale of the texts that the story's people write */
    Telling telling(Locale locale);

    /**
     * Begins it; what is under way goes on.
     *
     * @throws org.sluice.process.Conflict when its suppliers are no longer as it needs them
     */
    void begin();

    /** The rest of this session is the demo account's. */
    void takeSeat(String account);

    /** Does a turn as its person, if it is still whose turn it is. */
    void play(String turn, Locale locale);
}
