package org.sluice.intake.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.sluice.intake.Intake;
import org.sluice.process.CaseId;
import org.sluice.process.Page;
import org.sluice.process.Problems;
import org.sluice.process.Withdraw;
import org.sluice.process.intake.RequirementForm;
import org.sluice.shared.Json;
import org.sluice.shared.web.IdempotencyKey;
import org.sluice.ui.intake.IntakeDesk;
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
@RequestMapping("/api/v1/requirements")
@Tag(name = "Requirements", description = "Send a requirement, follow it, take it back")
class RequirementController {

    /**
     * A complete requirement; posted as it stands by a requester of head office it is accepted. {@link ExampleDay} puts
     * a day in that is still to come.
     */
    static final String EXAMPLE = """
            {
              "title": "Tax data for the assessment of small enterprises",
              "businessLine": "INCLUSIVE_FINANCE",
              "branchCode": "HO",
              "scenarioCode": "SME_PROPENSITY",
              "decisionImpact": "MARKETING",
              "automatedDecision": false,
              "subjectType": "ENTERPRISE",
              "dataClasses": ["TAX"],
              "fieldsNeeded": [
                {"fieldName": "taxCreditGrade", "reason": "stands for reliability", "sensitivity": 2, "mandatory": true},
                {"fieldName": "electronicInvoiceHealthIndex", "reason": "shows how business goes", "sensitivity": 3, "mandatory": true},
                {"fieldName": "seasonalSalesPattern", "reason": "separates season from trend", "sensitivity": 3, "mandatory": true},
                {"fieldName": "upstreamConcentration", "reason": "shows dependence on suppliers", "sensitivity": 3, "mandatory": false}
              ],
              "regionScope": [],
              "historyMonths": 24,
              "interfaceForm": "PRIVACY_COMPUTE",
              "expectedCallsPerYear": 120000,
              "neededBy": "{neededBy}",
              "urgency": "NORMAL",
              "expectedBenefit": "2,000 new borrowers a year among small enterprises",
              "expectedBenefitPerYear": 3600000.00,
              "budgetSource": "LINE",
              "budgetAmount": 360000.00
            }
            """;

    private final Intake intake;
    private final Json json;

    RequirementController(Intake intake, Json json) {
        this.intake = intake;
        this.json = json;
    }

    @PostMapping
    @Operation(
            summary = "Send a requirement",
            description = "Starts its case. The same Idempotency-Key sent again answers the same and changes nothing.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RequirementForm.class),
                                            examples = @ExampleObject(name = ExampleDay.EXAMPLE, value = EXAMPLE))))
    ResponseEntity<IntakeDesk.Receipt> submit(
            @RequestBody JsonNode body,
            @IdempotencyKey @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        var receipt = intake.send(json.posted(body, RequirementForm.class), key);
        return ResponseEntity.created(URI.create("/api/v1/cases/" + receipt.caseId()))
                .body(receipt);
    }

    @GetMapping
    @Operation(summary = "Requirements that the caller may see, newest first")
    Page<IntakeDesk.Row> requirements(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        new Problems()
                .between("page", page, 0, 1_000_000)
                .between("size", size, 1, 200)
                .orThrow();
        return intake.requirements(q, mine, page * size, size);
    }

    @PostMapping("/{caseId}/withdraw")
    @Operation(
            summary = "Take a requirement back",
            description = "Only its initiator can; what was reserved is released. Doing it again changes nothing.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = Withdraw.class),
                                            examples =
                                                    @ExampleObject(
                                                            value = "{\"reason\": \"The campaign was called off.\"}"))))
    IntakeDesk.Receipt withdraw(
            @PathVariable String caseId,
            @RequestBody JsonNode body,
            @IdempotencyKey @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        return intake.takeBack(CaseId.of(caseId), json.posted(body, Withdraw.class), key);
    }
}
