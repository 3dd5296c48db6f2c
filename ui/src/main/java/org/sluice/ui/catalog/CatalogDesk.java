package org.sluice.ui.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.Page;

/** The catalogue: what is there, from whom, and what others made of it. */
public interface CatalogDesk {

    /**
     * @param q words of code or name in either language
     * @param status one state; null means the listed ones (for suppliers: the whole register)
     * @param group data class of products, type of suppliers, business line of application cases
     */
    record Query(
            @Nullable String q,
            @Nullable String status,
            @Nullable String group) {}

    /** A code with its name in both languages, for filters. */
    record Option(String code, LocalText name) {}

    record ProductRow(
            String code,
            LocalText name,
            LocalText dataClass,
            LocalText supplier,
            String supplierCode,
            String state,
            String interfaceForm,
            int jrLevel,
            boolean containsPersonalInfo,
            String pricing,
            @Nullable BigDecimal unitPrice,
            boolean reuseAllowed,
            @Nullable LocalDate listedOn) {}

    /** @param label as the dictionary calls it; null when none does */
    record Field(String name, @Nullable LocalText label) {}

    record ProductSheet(
            ProductRow row,
            LocalText summary,
            String subjectType,
            List<Field> fields,
            List<LocalText> regions,
            int historyMonths,
            String updateFrequency,
            long dailyCalls,
            @Nullable BigDecimal hitRate,
            List<CaseRow> usedBy) {}

    record SupplierRow(
            String code,
            LocalText name,
            String uscc,
            LocalText type,
            String state,
            @Nullable String grade,
            @Nullable LocalText region,
            long listedProducts,
            @Nullable LocalDate admissionEndsOn) {}

    record SupplierSheet(
            SupplierRow row,
            @Nullable LocalText contact,
            @Nullable String contactPhone,
            @Nullable String contactEmail,
            @Nullable LocalDate admittedOn,
            LocalText admissionPath,
            List<ProductRow> products) {}

    record CaseRow(
            String code,
            LocalText title,
            LocalText businessLine,
            LocalText scenario,
            LocalText orgUnit,
            String state,
            LocalText result,
            LocalDate since) {}

    /** @throws org.sluice.process.NotPermitted when the catalogue is not the person's to read; so do all questions below */
    void requireReader();

    Page<ProductRow> products(Query query, int offset, int limit);

    /** @throws org.sluice.process.NotFound when no product has this code */
    ProductSheet product(String code);

    Page<SupplierRow> suppliers(Query query, int offset, int limit);

    /** @throws org.sluice.process.NotFound when no supplier has this code */
    SupplierSheet supplier(String code);

    Page<CaseRow> applicationCases(Query query, int offset, int limit);

    /** The filters' options; they are no secret. */
    List<Option> dataClasses();

    List<Option> supplierTypes();

    List<Option> businessLines();
}
