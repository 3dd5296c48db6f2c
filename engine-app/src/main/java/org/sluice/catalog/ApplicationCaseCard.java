package org.sluice.catalog;

import java.time.LocalDate;
import java.util.List;
import org.sluice.process.LocalText;

/**
 * An application case (应用案例): what a unit made of listed products.
 *
 * @param products codes of the products that it uses
 * @param result what it brought, with its number
 */
public record ApplicationCaseCard(
        String code,
        LocalText title,
        LocalText summary,
        String businessLine,
        LocalText businessLineName,
        String scenario,
        LocalText scenarioName,
        String orgUnit,
        LocalText orgUnitName,
        String state,
        List<String> products,
        LocalText result,
        LocalDate since) {

    public ApplicationCaseCard {
        products = List.copyOf(products);
    }
}
