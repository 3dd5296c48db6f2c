package org.sluice.admission.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.sluice.admission.AdmissionCard;
import org.sluice.admission.AdmissionFiles;
import org.sluice.process.CaseId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Admissions", description = "Dossiers, findings, reviews, votes and verdicts, the newest admission first")
class AdmissionController {

    private final AdmissionFiles admissions;

    AdmissionController(AdmissionFiles admissions) {
        this.admissions = admissions;
    }

    @GetMapping("/suppliers/{code}/admissions")
    @Operation(summary = "Admissions of one supplier, for the bank's own people")
    List<AdmissionCard> ofSupplier(@Parameter(example = "SUP-00001") @PathVariable String code) {
        return admissions.ofSupplier(code);
    }

    @GetMapping("/products/{code}/admissions")
    @Operation(summary = "Admissions of one data product, for the bank's own people")
    List<AdmissionCard> ofProduct(@Parameter(example = "DP-00001") @PathVariable String code) {
        return admissions.ofProduct(code);
    }

    @GetMapping("/cases/{caseId}/admissions")
    @Operation(summary = "Admissions of one case, for people who see it")
    List<AdmissionCard> ofCase(@PathVariable String caseId) {
        return admissions.ofCase(CaseId.of(caseId));
    }
}
