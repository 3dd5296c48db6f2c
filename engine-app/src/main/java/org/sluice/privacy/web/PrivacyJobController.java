package org.sluice.privacy.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.sluice.privacy.PrivacyJobs;
import org.sluice.process.CaseId;
import org.sluice.process.NotFound;
import org.sluice.process.Page;
import org.sluice.process.privacy.PrivacyJobForm;
import org.sluice.process.privacy.PrivacyJobState;
import org.sluice.process.privacy.StopPrivacyJob;
import org.sluice.shared.Json;
import org.sluice.shared.web.IdempotencyKey;
import org.sluice.shared.web.PageNumber;
import org.sluice.shared.web.PageRequest;
import org.sluice.shared.web.PageSize;
import org.sluice.ui.privacy.PrivacyJobDesk;
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
@RequestMapping("/api/v1/privacy-jobs")
@Tag(
        name = "Privacy jobs",
        description = "Ask for a computation with a partner's data, watch it at both parties, stop it")
class PrivacyJobController {

    private static final String EXAMPLE = """
            {"unitCode": "HO", "purpose": "MARKETING", "partner": "supplier-a", "bankDataSet": "companies@1",
             "partnerDataSet": "companies@1", "output": "BANK_LEARNS", "keepDays": 30, "reason": "Campaign of autumn."}
            """;

    private final PrivacyJobs jobs;
    private final Json json;

    PrivacyJobController(PrivacyJobs jobs, Json json) {
        this.jobs = jobs;
        this.json = json;
    }

    @PostMapping
    @Operation(
            summary = "Ask for a privacy job",
            description =
                    "Starts its case. Handles of data sets are those of /choices; method and suite may be left to the"
                            + " house. The same Idempotency-Key sent again answers the same and changes nothing.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = PrivacyJobForm.class),
                                            examples = @ExampleObject(value = EXAMPLE))))
    ResponseEntity<PrivacyJobDesk.Receipt> request(
            @RequestBody JsonNode body,
            @IdempotencyKey @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        var receipt = jobs.send(json.posted(body, PrivacyJobForm.class), key);
        return ResponseEntity.created(URI.create("/api/v1/privacy-jobs/" + receipt.caseId()))
                .body(receipt);
    }

    @GetMapping("/choices")
    @Operation(summary = "What a request can say, for whoever may ask for one")
    PrivacyJobDesk.Choices choices() {
        return jobs.choices();
    }

    @GetMapping
    @Operation(
            summary = "Privacy jobs of units that the caller sees, open ones first, then newest first",
            description = "Each says for what it waits.")
    Page<PrivacyJobDesk.JobRow> jobs(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable PrivacyJobState state,
            @PageNumber @RequestParam(required = false) @Nullable String page,
            @PageSize @RequestParam(required = false) @Nullable String size) {
        var wanted = PageRequest.of(page, size);
        return jobs.jobs(q, state, wanted.offset(), wanted.size());
    }

    @GetMapping("/{caseId}")
    @Operation(
            summary = "One job, for people who may see its case",
            description = "Before its release a number is told to those alone who judge it.")
    PrivacyJobDesk.Job job(@PathVariable String caseId) {
        return jobs.job(CaseId.of(caseId)).orElseThrow(() -> new NotFound("privacyJob", caseId));
    }

    @PostMapping("/{caseId}/stop")
    @Operation(
            summary = "Stop a job wherever it stands",
            description =
                    "For who asked for it and for privacy engineers; both parties purge what they hold of it. Doing"
                            + " it again changes nothing.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = StopPrivacyJob.class),
                                            examples =
                                                    @ExampleObject(value = "{\"reason\": \"Not needed any more.\"}"))))
    PrivacyJobDesk.Job stop(@PathVariable String caseId, @RequestBody JsonNode body) {
        jobs.stop(CaseId.of(caseId), json.posted(body, StopPrivacyJob.class));
        return job(caseId);
    }
}
