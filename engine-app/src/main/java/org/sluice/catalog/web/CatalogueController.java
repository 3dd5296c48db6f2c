package org.sluice.catalog.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.Catalogue;
import org.sluice.process.NotFound;
import org.sluice.process.Page;
import org.sluice.shared.web.PageNumber;
import org.sluice.shared.web.PageRequest;
import org.sluice.shared.web.PageSize;
import org.sluice.ui.catalog.CatalogDesk.Query;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "catalogue", description = "Data products, suppliers, application cases; for the bank's own people")
class CatalogueController {

    private static final String WORDS = "Words of code or name, in Chinese or English; all of them must occur";

    private final Catalogue catalogue;

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/products")
    @Operation(
            summary = "Data products, ordered by code",
            description = "Without a status those that are LISTED; ALL gives every state.")
    Page<ProductItem> products(
            @PageNumber @RequestParam(required = false) @Nullable String page,
            @PageSize @RequestParam(required = false) @Nullable String size,
            @Parameter(description = WORDS, example = "tax") @RequestParam(required = false) @Nullable String q,
            @Parameter(description = "A state of products, or ALL", example = "LISTED")
                    @RequestParam(required = false)
                    @Nullable
                    String status) {
        var part = PageRequest.of(page, size);
        return catalogue
                .productCards(new Query(q, status, null), part.offset(), part.size())
                .map(ProductItem::of);
    }

    @GetMapping("/products/{code}")
    @Operation(summary = "One data product")
    ProductDetail product(@Parameter(example = "DP-00001") @PathVariable String code) {
        var sheet = catalogue.product(code);
        var card = catalogue.productByCode(code).orElseThrow(() -> new NotFound("product", code));
        return ProductDetail.of(card, sheet);
    }

    @GetMapping("/suppliers")
    @Operation(
            summary = "Suppliers, ordered by code",
            description = "Without a status the whole register, whatever a supplier may do now.")
    Page<SupplierItem> suppliers(
            @PageNumber @RequestParam(required = false) @Nullable String page,
            @PageSize @RequestParam(required = false) @Nullable String size,
            @Parameter(description = WORDS) @RequestParam(required = false) @Nullable String q,
            @Parameter(description = "A state of suppliers, or ALL", example = "QUALIFIED")
                    @RequestParam(required = false)
                    @Nullable
                    String status) {
        var part = PageRequest.of(page, size);
        return catalogue
                .supplierCards(new Query(q, status, null), part.offset(), part.size())
                .map(SupplierItem::of);
    }

    @GetMapping("/suppliers/{code}")
    @Operation(summary = "One supplier")
    SupplierDetail supplier(@Parameter(example = "SUP-00001") @PathVariable String code) {
        var sheet = catalogue.supplier(code);
        var card = catalogue.supplierByCode(code).orElseThrow(() -> new NotFound("supplier", code));
        return SupplierDetail.of(card, sheet);
    }

    @GetMapping("/application-cases")
    @Operation(
            summary = "Application cases, ordered by code",
            description = "Without a status those that are LISTED; ALL gives every state. Cases that are not listed are"
                    + " shown to those who see their unit.")
    Page<ApplicationCaseItem> applicationCases(
            @PageNumber @RequestParam(required = false) @Nullable String page,
            @PageSize @RequestParam(required = false) @Nullable String size,
            @Parameter(description = WORDS) @RequestParam(required = false) @Nullable String q,
            @Parameter(description = "DRAFT, LISTED, RETIRED or ALL", example = "LISTED")
                    @RequestParam(required = false)
                    @Nullable
                    String status) {
        var part = PageRequest.of(page, size);
        return catalogue
                .caseCards(new Query(q, status, null), part.offset(), part.size())
                .map(ApplicationCaseItem::of);
    }
}
