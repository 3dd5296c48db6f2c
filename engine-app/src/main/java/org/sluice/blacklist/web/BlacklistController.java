package org.sluice.blacklist.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.blacklist.BlacklistBoard;
import org.sluice.process.CaseId;
import org.sluice.process.blacklist.EndSuspension;
import org.sluice.process.blacklist.ProposeBlacklisting;
import org.sluice.process.blacklist.ProposeLifting;
import org.sluice.process.blacklist.SuspendSupplier;
import org.sluice.shared.Json;
import org.sluice.shared.web.IdempotencyKey;
import org.sluice.ui.blacklist.BlacklistDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Blacklist", description = "Propose a supplier, suspend it, look at entries, lift one early")
class BlacklistController {

    private static final String PROPOSAL = """
            {
              "reason": "NO_DELETION",
              "severity": "ORDINARY",
              "evidence": "No deletion certificate came within the term of the contract; two reminders are on file."
            }
            """;

    private final BlacklistBoard board;
    private final Json json;

    BlacklistController(BlacklistBoard board, Json json) {
        this.board = board;
        this.json = json;
    }

    @GetMapping("/blacklist")
    @Operation(summary = "Entries in force, for the bank's own people; the one that ends first comes first")
    List<BlacklistDesk.Line> inForce() {
        return board.inForce();
    }

    @GetMapping("/suppliers/{code}/blacklist")
    @Operation(summary = "Entries about one supplier, the newest first, and whether the caller may propose it")
    BlacklistDesk.OfSupplier ofSupplier(@Parameter(example = "SUP-00001") @PathVariable String code) {
        return board.ofSupplier(code);
    }

    @GetMapping("/cases/{caseId}/blacklist")
    @Operation(summary = "The entry of a case, for people who see it")
    BlacklistDesk.Line ofCase(@PathVariable String caseId) {
        return board.ofCase(CaseId.of(caseId));
    }

    @PostMapping("/suppliers/{code}/blacklist")
    @Operation(
            summary = "Propose a supplier for the blacklist",
            description = "Starts its case. The same Idempotency-Key sent again answers the same and changes nothing.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ProposeBlacklisting.class),
                                            examples = @ExampleObject(value = PROPOSAL))))
    ResponseEntity<BlacklistBoard.Receipt> propose(
            @Parameter(example = "SUP-00001") @PathVariable String code,
            @RequestBody JsonNode body,
            @IdempotencyKey @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        var receipt = board.propose(code, json.posted(body, ProposeBlacklisting.class), key);
        return ResponseEntity.created(URI.create("/api/v1/cases/" + receipt.caseId()))
                .body(receipt);
    }

    @PostMapping("/cases/{caseId}/suspension")
    @Operation(
            summary = "Suspend the supplier of an entry that is not decided yet",
            description = "Signed by compliance or the chief compliance officer, for a time.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = SuspendSupplier.class))))
    BlacklistDesk.Line suspend(
            @PathVariable String caseId,
            @RequestBody JsonNode body,
            @IdempotencyKey @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        var entry = CaseId.of(caseId);
        board.suspend(entry, json.posted(body, SuspendSupplier.class), key);
        return board.ofCase(entry);
    }

    @PostMapping("/cases/{caseId}/suspension/end")
    @Operation(
            summary = "End the suspension before its day",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = EndSuspension.class))))
    BlacklistDesk.Line endSuspension(
            @PathVariable String caseId,
            @RequestBody JsonNode body,
            @IdempotencyKey @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        var entry = CaseId.of(caseId);
        board.endSuspension(entry, json.posted(body, EndSuspension.class), key);
        return board.ofCase(entry);
    }

    @PostMapping("/cases/{caseId}/lifting")
    @Operation(
            summary = "Propose to end an entry before its term",
            description = "The table blacklistLifting says by the reason whether that is possible; then two approve.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ProposeLifting.class))))
    BlacklistDesk.Line proposeLifting(
            @PathVariable String caseId,
            @RequestBody JsonNode body,
            @IdempotencyKey @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        var entry = CaseId.of(caseId);
        board.proposeLifting(entry, json.posted(body, ProposeLifting.class), key);
        return board.ofCase(entry);
    }
}
