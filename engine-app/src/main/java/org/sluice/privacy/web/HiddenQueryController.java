package org.sluice.privacy.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Page;
import org.sluice.process.privacy.HiddenQueryForm;
import org.sluice.shared.Json;
import org.sluice.shared.web.PageNumber;
import org.sluice.shared.web.PageRequest;
import org.sluice.shared.web.PageSize;
import org.sluice.ui.privacy.HiddenQueryDesk;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/hidden-queries")
@Tag(
        name = "Hidden queries",
        description = "Look identifiers up in a supplier's list; the supplier learns how many and nothing else")
class HiddenQueryController {

    private static final String EXAMPLE = """
            {"unitCode": "HO", "purpose": "MARKETING", "list": "00000000-0000-0000-0000-000000000000",
             "identifiers": ["91310000MA1FL0000X"]}
            """;

    private final HiddenQueryDesk desk;
    private final Json json;

    HiddenQueryController(HiddenQueryDesk desk, Json json) {
        this.desk = desk;
        this.json = json;
    }

    @PostMapping
    @Operation(
            summary = "Look up to 64 identifiers up",
            description =
                    "Each question counts, also one that was asked before, and takes no Idempotency-Key: the house"
                            + " keeps no answer that it could give again.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = HiddenQueryForm.class),
                                            examples = @ExampleObject(value = EXAMPLE))))
    HiddenQueryDesk.Answers ask(@RequestBody JsonNode body) {
        return desk.ask(json.posted(body, HiddenQueryForm.class));
    }

    @GetMapping("/choices")
    @Operation(summary = "The lists that can be asked, and for which units the caller asks")
    HiddenQueryDesk.Choices choices() {
        return desk.choices();
    }

    @GetMapping
    @Operation(
            summary = "Questions of units that the caller sees, newest first",
            description = "How many were asked, by whom and when, and how many the supplier counts; never which.")
    Page<HiddenQueryDesk.Asked> asked(
            @PageNumber @RequestParam(required = false) @Nullable String page,
            @PageSize @RequestParam(required = false) @Nullable String size) {
        var wanted = PageRequest.of(page, size);
        return desk.asked(wanted.offset(), wanted.size());
    }
}
