package org.sluice.ui.fakes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.ui.story.Chapter;
import org.sluice.ui.story.Move;
import org.sluice.ui.story.StoryDesk;

/** A story that stands where a test wants it. */
public final class FakeStory implements StoryDesk {

    public static final CaseId CASE = new CaseId(new UUID(0, 7));
    private static final Instant BEGUN = Instant.parse("2026-11-22T06:05:00Z");

    public State state = State.UNTOLD;

    /** The task whose turn it is. */
    public String task = "fileSupplierDossier";

    /** Turns that were played, and accounts whose seats were taken. */
    public final List<String> played = new ArrayList<>();

    @Override
    public Telling telling(Locale locale) {
        return new Telling(
                state,
                state == State.UNTOLD ? null : BEGUN,
                state == State.UNTOLD || state == State.LOST,
                Stream.of(Chapter.values()).map(this::part).toList(),
                state == State.UNDER_WAY ? turn() : null,
                state == State.WAITING || state == State.LOST ? CASE : null);
    }

    private Part part(Chapter chapter) {
        if (state == State.UNTOLD || chapter.compareTo(Chapter.REFUSAL) > 0) {
            return new Part(chapter, Pace.AHEAD, null, null, List.of());
        }
        var pace = chapter == Chapter.REFUSAL ? Pace.NOW : Pace.DONE;
        var person = new LocalText("林清", "Lin Qing");
        return new Part(
                chapter,
                pace,
                CASE,
                "REQ-2026-00001",
                List.of(
                        new Step(Move.SEND_REQUIREMENT, null, null, person, BEGUN),
                        new Step(Move.TASK, "confirmNeed", new LocalText("甲", "A"), null, BEGUN)));
    }

    private @Nullable Turn turn() {
        return new Turn(
                "turn-1",
                Chapter.REFUSAL,
                Move.TASK,
                task,
                new LocalText("某公司（示例）", "Some Ltd. (sample)"),
                Role.PROCUREMENT,
                "procurement",
                new LocalText("林清", "Lin Qing"),
                new LocalText("采购岗", "Buyer"),
                new LocalText("总行", "Head office"),
                "tasks/1",
                List.of(
                        new Answer(null, new LocalText("重大税收违法", "Major tax violator"), "common.yes", null),
                        new Answer("story.until", null, "2027-03-01"),
                        new Answer("evaluation.month", null, "2027-01")),
                new Request("POST", "/api/v1/tasks/1/complete", "{\"facts\":{}}"));
    }

    @Override
    public void begin() {
        state = State.UNDER_WAY;
    }

    @Override
    public void takeSeat(String account) {
        played.add(account);
    }

    @Override
    public void play(String turn, Locale locale) {
        played.add(turn);
        state = State.WAITING;
    }
}
