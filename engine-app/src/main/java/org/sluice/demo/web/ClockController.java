package org.sluice.demo.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Problems;
import org.sluice.shared.Json;
import org.sluice.ui.demo.DemoDesk;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Profile("demo")
@RequestMapping("/api/v1/demo-clock")
@Tag(name = "Demo clock", description = "The time by which the demo works; it only goes forward")
class ClockController {

    /** The house's time. */
    record Now(Instant now) {}

    /** How far to go. */
    @Schema(name = "MoveClock")
    record Move(
            @Schema(example = "2027-03-01T01:00:00Z", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Instant until) {}

    private final DemoDesk desk;
    private final Json json;

    ClockController(DemoDesk desk, Json json) {
        this.desk = desk;
        this.json = json;
    }

    @GetMapping
    @Operation(summary = "The house's time")
    Now now() {
        return new Now(desk.now());
    }

    @PostMapping
    @Operation(
            summary = "Move the clock forward to a moment",
            description = "Timers that fall due run at once. A moment that is past changes nothing, so that the same"
                    + " request may be sent again. At most 400 days at once.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = Move.class))))
    Now move(@RequestBody JsonNode body) {
        var until = json.posted(body, Move.class).until();
        new Problems().required("until", until).orThrow();
        desk.advanceTo(Objects.requireNonNull(until));
        return now();
    }
}
