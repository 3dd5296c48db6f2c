package org.sluice.exit.web;

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
import org.sluice.exit.ExitBoard;
import org.sluice.process.CaseId;
import org.sluice.process.Withdraw;
import org.sluice.process.exit.OpenExit;
import org.sluice.shared.Json;
import org.sluice.shared.web.IdempotencyKey;
import org.sluice.ui.exit.ExitDesk;
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
@Tag(name = "Exits", description = "Why a product leaves use, what that affects, what replaces it, and what is left")
class ExitController {

    private static final String EXIT = """
            {
              "trigger": "GRADE_D",
              "reason": "Two bad quarters; the rectification has failed.",
              "facts": {
                "incidentLevel": "NONE",
                "sourceLawful": true,
                "critical": false,
                "replacementReady": true
              }
            }
            """;

    private final ExitBoard board;
    private final Json json;

    ExitController(ExitBoard board, Json json) {
        this.board = board;
        this.json = json;
    }

    @GetMapping("/products/{code}/exits")
    @Operation(summary = "Exits of one product, the newest first, and whether the caller may open one")
    ExitDesk.OfProduct ofProduct(@Parameter(example = "DP-00001") @PathVariable String code) {
        return board.ofProduct(code);
    }

    @GetMapping("/suppliers/{code}/exits")
    @Operation(summary = "Exits of one supplier's products, the newest first")
    List<ExitDesk.Line> ofSupplier(@Parameter(example = "SUP-00001") @PathVariable String code) {
        return board.ofSupplier(code);
    }

    @GetMapping("/cases/{caseId}/exit")
    @Operation(summary = "The exit of a case, for people who see it")
    ExitBoard.Sheet ofCase(@PathVariable String caseId) {
        return board.ofCase(CaseId.of(caseId));
    }

    @PostMapping("/products/{code}/exits")
    @Operation(
            summary = "Open the exit of a product",
            description =
                    "Without facts a person is asked for them first; with facts the table is asked at once, and what is"
                            + " urgent is blocked by this request. The same Idempotency-Key sent again answers the same.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = OpenExit.class),
                                            examples = @ExampleObject(value = EXIT))))
    ResponseEntity<ExitBoard.Receipt> open(
            @Parameter(example = "DP-00001") @PathVariable String code,
            @RequestBody JsonNode body,
            @IdempotencyKey @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        var receipt = board.open(code, json.posted(body, OpenExit.class), key);
        return ResponseEntity.created(URI.create("/api/v1/cases/" + receipt.caseId()))
                .body(receipt);
    }

    @PostMapping("/cases/{caseId}/exit/withdrawal")
    @Operation(
            summary = "Take an exit back while nothing has been switched",
            description =
                    "Whoever opened it, or the head of data management. What is blocked takes a signature instead. Sent again it"
                            + " changes nothing.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = Withdraw.class))))
    ExitBoard.Sheet withdraw(
            @PathVariable String caseId,
            @RequestBody JsonNode body,
            @IdempotencyKey @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        var exit = CaseId.of(caseId);
        board.withdraw(exit, json.posted(body, Withdraw.class), key);
        return board.ofCase(exit);
    }
}
