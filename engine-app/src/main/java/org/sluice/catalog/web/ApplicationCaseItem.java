package org.sluice.catalog.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.sluice.catalog.ApplicationCaseCard;
import org.sluice.process.LocalText;

@Schema(description = "An application case: what a unit made of listed products")
record ApplicationCaseItem(
        @Schema(example = "AC-0001") String code,
        LocalText title,
        LocalText summary,
        @Schema(example = "INCLUSIVE_FINANCE") String businessLine,
        LocalText businessLineName,
        @Schema(example = "LOAN_ADMISSION") String scenario,
        LocalText scenarioName,
        @Schema(example = "BR01") String orgUnit,
        LocalText orgUnitName,
        @Schema(example = "LISTED") String state,

        @Schema(description = "Codes of the products that it uses", example = "[\"DP-00001\"]")
        List<String> products,

        @Schema(description = "What it brought") LocalText result,
        LocalDate since) {

    static ApplicationCaseItem of(ApplicationCaseCard card) {
        return new ApplicationCaseItem(
                card.code(),
                card.title(),
                card.summary(),
                card.businessLine(),
                card.businessLineName(),
                card.scenario(),
                card.scenarioName(),
                card.orgUnit(),
                card.orgUnitName(),
                card.state(),
                card.products(),
                card.result(),
                card.since());
    }
}
