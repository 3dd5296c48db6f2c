package org.sluice.evaluation.web;

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
import org.sluice.evaluation.DueEvaluations;
import org.sluice.evaluation.EvaluationBoard;
import org.sluice.evaluation.Evaluations;
import org.sluice.evaluation.Readings;
import org.sluice.process.CaseId;
import org.sluice.process.evaluation.QualityReading;
import org.sluice.shared.Json;
import org.sluice.shared.web.IdempotencyKey;
import org.sluice.ui.evaluation.EvaluationDesk;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Evaluations", description = "What products in use are measured, scored and graded by, and what follows")
class EvaluationController {

    /** A bad month; posted as it stands by a data steward it is accepted. */
    private static final String READING = """
            {
              "month": "2026-01",
              "calls": 182000,
              "hitRate": 0.871,
              "accuracy": 0.962,
              "freshness": 0.981,
              "nullRate": 0.021,
              "psi": 0.18,
              "availability": 0.9961,
              "responseMs": 780,
              "incidents": 1,
              "incidentLevel": "GENERAL",
              "handlingMinutes": 95,
              "billingDifference": 0.003,
              "conduct": "NONE"
            }
            """;

    /** What was started because it was due. */
    record Started(int evaluations) {}

    private final EvaluationBoard board;
    private final Evaluations evaluations;
    private final DueEvaluations dueEvaluations;
    private final Readings readings;
    private final Json json;

    EvaluationController(
            EvaluationBoard board,
            Evaluations evaluations,
            DueEvaluations dueEvaluations,
            Readings readings,
            Json json) {
        this.board = board;
        this.evaluations = evaluations;
        this.dueEvaluations = dueEvaluations;
        this.readings = readings;
        this.json = json;
    }

    @PostMapping("/products/{code}/readings")
    @Operation(
            summary = "Record a month of a product",
            description =
                    "For data stewards. A month that is on record is put right; the same again changes nothing. The"
                            + " same Idempotency-Key sent again records nothing, whatever was put right meanwhile.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = QualityReading.class),
                                            examples = @ExampleObject(value = READING))))
    List<EvaluationDesk.MonthRow> record(
            @Parameter(example = "DP-00001") @PathVariable String code,
            @RequestBody JsonNode body,
            @IdempotencyKey @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        readings.put(code, json.posted(body, QualityReading.class), key);
        return board.ofProduct(code).months();
    }

    @GetMapping("/products/{code}/readings")
    @Operation(summary = "The last twelve months of a product, the latest first, for the bank's own people")
    List<EvaluationDesk.MonthRow> readings(@Parameter(example = "DP-00001") @PathVariable String code) {
        return board.ofProduct(code).months();
    }

    @PostMapping("/products/{code}/evaluations")
    @Operation(
            summary = "Evaluate a product now",
            description =
                    "For data stewards and the head of data management. A product has one evaluation at a time. The"
                            + " same Idempotency-Key sent again answers the same and changes nothing.")
    ResponseEntity<Evaluations.Receipt> start(
            @Parameter(example = "DP-00001") @PathVariable String code,
            @IdempotencyKey @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        var receipt = evaluations.start(code, key);
        return ResponseEntity.created(URI.create("/api/v1/cases/" + receipt.caseId()))
                .body(receipt);
    }

    @GetMapping("/products/{code}/evaluations")
    @Operation(summary = "Evaluations of a product, the newest first, for the bank's own people")
    List<EvaluationDesk.EvaluationRow> ofProduct(@Parameter(example = "DP-00001") @PathVariable String code) {
        return board.ofProduct(code).evaluations();
    }

    @GetMapping("/suppliers/{code}/evaluations")
    @Operation(summary = "Evaluations of all products of a supplier, the newest first, for the bank's own people")
    List<EvaluationDesk.EvaluationRow> ofSupplier(@Parameter(example = "SUP-00001") @PathVariable String code) {
        return board.ofSupplier(code);
    }

    @PostMapping("/evaluations/due")
    @Operation(
            summary = "Start what is due now",
            description =
                    "What the scheduled job does every morning, for people who may start evaluations. Sent again it"
                            + " starts only what is still due; with the same Idempotency-Key it answers the same and"
                            + " starts nothing.")
    Started startDue(
            @IdempotencyKey @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        return new Started(dueEvaluations.startNow(key));
    }

    @GetMapping("/cases/{caseId}/evaluation")
    @Operation(summary = "The evaluation of a case with its scorecard, for people who may see it")
    EvaluationBoard.EvaluationSheet ofCase(@PathVariable String caseId) {
        return board.ofCase(CaseId.of(caseId));
    }
}
