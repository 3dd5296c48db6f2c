package org.sluice.access.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.access.Usage;
import org.sluice.process.CaseId;
import org.sluice.process.NotFound;
import org.sluice.process.Page;
import org.sluice.process.Withdraw;
import org.sluice.process.access.StopUse;
import org.sluice.process.access.UsageForm;
import org.sluice.shared.Json;
import org.sluice.shared.web.IdempotencyKey;
import org.sluice.shared.web.PageNumber;
import org.sluice.shared.web.PageRequest;
import org.sluice.shared.web.PageSize;
import org.sluice.ui.access.UsageDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(
        name = "Usage",
        description = "Ask to use a listed product, see who uses what, take a use away. Calls are not served here yet.")
class UsageController {

    private static final String STOP_EXAMPLE = "{\"reason\": \"NOT_NEEDED\", \"comment\": \"The campaign is over.\"}";

    private final Usage usage;
    private final Json json;

    UsageController(Usage usage, Json json) {
        this.usage = usage;
        this.json = json;
    }

    @PostMapping("/usage-requests")
    @Operation(
            summary = "Ask to use a listed product",
            description = "Starts its case. The same Idempotency-Key sent again answers the same and changes nothing.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = UsageForm.class),
                                            examples = @ExampleObject(name = UsageExample.NAME, value = "{}"))))
    ResponseEntity<UsageDesk.Receipt> request(
            @RequestBody JsonNode body,
            @IdempotencyKey @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        var receipt = usage.send(json.posted(body, UsageForm.class), key);
        return ResponseEntity.created(URI.create("/api/v1/cases/" + receipt.caseId()))
                .body(receipt);
    }

    @PostMapping("/usage-requests/{caseId}/withdraw")
    @Operation(
            summary = "Take a request back",
            description = "Only who sent it can, until it is decided. Doing it again changes nothing.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = Withdraw.class),
                                            examples =
                                                    @ExampleObject(
                                                            value = "{\"reason\": \"Another product will do.\"}"))))
    UsageDesk.Receipt withdraw(
            @PathVariable String caseId,
            @RequestBody JsonNode body,
            @IdempotencyKey @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        return usage.takeBack(CaseId.of(caseId), json.posted(body, Withdraw.class), key);
    }

    @GetMapping("/products/{code}/usage-choices")
    @Operation(summary = "What a request for this product can say, for whoever may ask for one")
    UsageDesk.Choices choices(@PathVariable String code) {
        return usage.choices(code);
    }

    @GetMapping("/cost-centres")
    @Operation(summary = "The budget lines that can bear the calls of a unit for a scenario")
    List<UsageDesk.CostCentre> costCentres(@RequestParam String unit, @RequestParam String scenario) {
        return usage.costCentres(unit, scenario);
    }

    @GetMapping("/grants")
    @Operation(summary = "Usage grants of units that the caller sees, newest first")
    Page<UsageDesk.GrantRow> grants(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String product,
            @PageNumber @RequestParam(required = false) @Nullable String page,
            @PageSize @RequestParam(required = false) @Nullable String size) {
        var wanted = PageRequest.of(page, size);
        return usage.grants(q, state, product, wanted.offset(), wanted.size());
    }

    @PostMapping("/grants/{grantId}/suspend")
    @Operation(
            summary = "Suspend a use",
            description = "For data stewards and compliance at head office.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = StopUse.class),
                                            examples = @ExampleObject(value = STOP_EXAMPLE))))
    UsageDesk.GrantRow suspend(
            @PathVariable String grantId,
            @RequestBody JsonNode body,
            @IdempotencyKey @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        usage.suspend(id(grantId), json.posted(body, StopUse.class), key);
        return usage.grant(id(grantId));
    }

    @PostMapping("/grants/{grantId}/resume")
    @Operation(
            summary = "Let a suspended use go on",
            description = "For data stewards and compliance, but not for whoever suspended it.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = StopUse.class),
                                            examples = @ExampleObject(value = STOP_EXAMPLE))))
    UsageDesk.GrantRow resume(
            @PathVariable String grantId,
            @RequestBody JsonNode body,
            @IdempotencyKey @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        usage.resume(id(grantId), json.posted(body, StopUse.class), key);
        return usage.grant(id(grantId));
    }

    @PostMapping("/grants/{grantId}/revoke")
    @Operation(
            summary = "Take a use away for good",
            description = "For data stewards and compliance at head office, and the owner of the unit.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = StopUse.class),
                                            examples = @ExampleObject(value = STOP_EXAMPLE))))
    UsageDesk.GrantRow revoke(
            @PathVariable String grantId,
            @RequestBody JsonNode body,
            @IdempotencyKey @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        usage.revoke(id(grantId), json.posted(body, StopUse.class), key);
        return usage.grant(id(grantId));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("grant", text);
        }
    }
}
