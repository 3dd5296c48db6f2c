package org.sluice.story.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.shared.Json;
import org.sluice.story.Story;
import org.sluice.ui.story.Chapter;
import org.sluice.ui.story.Move;
import org.sluice.ui.story.StoryDesk;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Profile("demo")
@RequestMapping("/api/v1/story")
@Tag(name = "Story", description = "The guided story of the demo: whose turn it is, and the request that does it")
class StoryController {

    /** The story as a program follows it. */
    @Schema(name = "Story")
    record Sheet(
            StoryDesk.State state,
            @Nullable Instant begunAt,
            boolean mayBegin,

            @Schema(description = "what is waited for, or what took another way") @Nullable
            CaseId caseId,

            List<StoryDesk.Part> chapters,
            @Nullable Turn turn) {}

    /** Whose turn it is. */
    @Schema(name = "StoryTurn")
    record Turn(
            Chapter chapter,
            Move move,

            @Schema(description = "key of the user task, where the move is one", example = "confirmNeed") @Nullable
            String task,

            @Nullable LocalText subject,
            Role role,

            @Schema(description = "the demo account that does it", example = "br01-business-owner")
            String account,

            @Schema(description = "the page on which a person does it", example = "requirements/new")
            String place,

            Request request) {}

    /** To be sent by the account of the turn. */
    @Schema(name = "StoryRequest")
    record Request(
            String method,
            @Schema(example = "/api/v1/requirements") String path,
            JsonNode body) {}

    private final Story story;
    private final Json json;

    StoryController(Story story, Json json) {
        this.story = story;
        this.json = json;
    }

    @GetMapping
    @Operation(
            summary = "How far the story is, and whose turn it is",
            description = "The account of the turn sends the request of the turn; then there is another turn, or the"
                    + " house is at work for a while.")
    Sheet story(Locale locale) {
        var telling = story.telling(locale);
        return new Sheet(
                telling.state(),
                telling.begunAt(),
                telling.mayBegin(),
                telling.caseId(),
                telling.parts(),
                telling.turn() == null ? null : turn(telling.turn()));
    }

    @PostMapping
    @Operation(
            summary = "Begin the story",
            description = "What is under way goes on. It is told once in a database, since its supplier is on the"
                    + " blacklist in the end: then 409.")
    Sheet begin(Locale locale) {
        story.begin();
        return story(locale);
    }

    private Turn turn(StoryDesk.Turn turn) {
        return new Turn(
                turn.chapter(),
                turn.move(),
                turn.task(),
                turn.subject(),
                turn.role(),
                turn.account(),
                turn.place(),
                new Request(
                        turn.request().method(),
                        turn.request().path(),
                        json.tree(turn.request().body())));
    }
}
