package org.sluice.procurement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.sluice.process.CaseId;
import org.sluice.procurement.Procurement;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases")
@Tag(
        name = "Purchases",
        description = "What is bought for a case: method, offers, contract, and who may use the product")
class PurchaseController {

    private final Procurement procurement;

    PurchaseController(Procurement procurement) {
        this.procurement = procurement;
    }

    @GetMapping("/{caseId}/purchase")
    @Operation(summary = "The purchase of a case, for people who may see it")
    Procurement.PurchaseSheet purchase(@PathVariable String caseId) {
        return procurement.purchase(CaseId.of(caseId));
    }
}
