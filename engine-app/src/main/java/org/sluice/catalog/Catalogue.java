package org.sluice.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.Page;
import org.sluice.process.Problems;
import org.sluice.shared.Access;
import org.sluice.shared.Actor;
import org.sluice.shared.Actors;
import org.sluice.ui.catalog.CatalogDesk;
import org.springframework.stereotype.Service;

/**
 * The catalogue as people and other features read it; nothing here changes anything. Prices, grades and contacts are for
 * the bank's own people, and a unit's cases that are not listed for those who see the unit. Other features ask for
 * {@link #listed}, {@link #productByCode} and {@link #supplierByCode} in their own name: those check nobody's right.
 */
@Service
public class Catalogue implements CatalogDesk {

    /** In place of a state: rows of every state. */
    public static final String ALL = "ALL";

    private static final List<String> LISTED = List.of("LISTED");
    /** No state is left out: a register of suppliers lists them all, whatever they may do now. */
    private static final List<String> EVERY = List.of();

    private static final List<String> CASE_STATES = List.of("DRAFT", "LISTED", "RETIRED");
    private static final int LONGEST_SEARCH = 200;

    private final Products products;
    private final Suppliers suppliers;
    private final ApplicationCases cases;
    private final Taxonomy taxonomy;
    private final Access access;
    private final Actors actors;

    Catalogue(
            Products products,
            Suppliers suppliers,
            ApplicationCases cases,
            Taxonomy taxonomy,
            Access access,
            Actors actors) {
        this.products = products;
        this.suppliers = suppliers;
        this.cases = cases;
        this.taxonomy = taxonomy;
        this.access = access;
        this.actors = actors;
    }

    @Override
    public void requireReader() {
        reader();
    }

    private Actor reader() {
        var actor = actors.current();
        access.requireCatalogue(actor);
        return actor;
    }

    /** The listed products of any of these classes. */
    public List<ListedProduct> listed(Collection<String> dataClasses) {
        return products.listed(dataClasses);
    }

    public Optional<ProductCard> productByCode(String code) {
        return products.card(code);
    }

    public Optional<SupplierCard> supplierByCode(String code) {
        return suppliers.sheet(code).map(Suppliers.Sheet::card);
    }

    /** @throws org.sluice.process.Invalid when the state is unknown or the search text too long */
    public Page<ProductCard> productCards(Query query, int offset, int limit) {
        reader();
        return products.page(filter(query, LISTED, taxonomy.states("DataProduct")), offset, limit);
    }

    /** @throws org.sluice.process.Invalid when the state is unknown or the search text too long */
    public Page<SupplierCard> supplierCards(Query query, int offset, int limit) {
        reader();
        return suppliers.page(filter(query, EVERY, taxonomy.states("Supplier")), offset, limit);
    }

    /** @throws org.sluice.process.Invalid when the state is unknown or the search text too long */
    public Page<ApplicationCaseCard> caseCards(Query query, int offset, int limit) {
        var seen = access.visibleUnits(reader());
        return cases.page(filter(query, LISTED, CASE_STATES).unlistedOf(seen.orElse(null)), offset, limit);
    }

    @Override
    public Page<ProductRow> products(Query query, int offset, int limit) {
        return productCards(query, offset, limit).map(Catalogue::row);
    }

    @Override
    public ProductSheet product(String code) {
        reader();
        var sheet = products.sheet(code).orElseThrow(() -> new NotFound("product", code));
        var card = sheet.card();
        var labels = taxonomy.labels(List.of(card.dataClass()));
        return new ProductSheet(
                row(card),
                sheet.summary(),
                card.subjectType().name(),
                sheet.fields().stream()
                        .map(name -> new Field(name, labels.get(name)))
                        .toList(),
                regionNames(sheet.regions()),
                sheet.historyMonths(),
                sheet.updateFrequency(),
                sheet.dailyCalls(),
                sheet.hitRate(),
                cases.using(card.id()).stream().map(Catalogue::row).toList());
    }

    @Override
    public Page<SupplierRow> suppliers(Query query, int offset, int limit) {
        return supplierCards(query, offset, limit).map(Catalogue::row);
    }

    @Override
    public SupplierSheet supplier(String code) {
        reader();
        var sheet = suppliers.sheet(code).orElseThrow(() -> new NotFound("supplier", code));
        return new SupplierSheet(
                row(sheet.card()),
                sheet.contact(),
                sheet.contactPhone(),
                sheet.contactEmail(),
                sheet.admittedOn(),
                sheet.admissionPath(),
                products.ofSupplier(code).stream().map(Catalogue::row).toList());
    }

    @Override
    public Page<CaseRow> applicationCases(Query query, int offset, int limit) {
        return caseCards(query, offset, limit).map(Catalogue::row);
    }

    @Override
    public List<Option> dataClasses() {
        return taxonomy.dataClasses().stream()
                .map(each -> new Option(each.code(), each.name()))
                .toList();
    }

    @Override
    public List<Option> supplierTypes() {
        return taxonomy.supplierTypes().stream()
                .map(each -> new Option(each.code(), each.name()))
                .toList();
    }

    @Override
    public List<Option> businessLines() {
        return taxonomy.lines().stream()
                .map(each -> new Option(each.code(), each.name()))
                .toList();
    }

    private List<LocalText> regionNames(List<String> codes) {
        return taxonomy.regions().stream()
                .filter(region -> codes.contains(region.code()))
                .map(Taxonomy.Region::name)
                .toList();
    }

    private static Filter filter(Query query, List<String> listed, List<String> known) {
        var status = blankToNull(query.status());
        new Problems()
                .atMost("q", query.q(), LONGEST_SEARCH)
                .when(
                        status != null && !status.equals(ALL) && !known.contains(status),
                        "status",
                        "oneOf",
                        String.join(", ", known) + ", " + ALL)
                .orThrow();
        List<String> states = status == null ? listed : status.equals(ALL) ? List.of() : List.of(status);
        return new Filter(Filter.words(query.q()), states, blankToNull(query.group()), null);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static ProductRow row(ProductCard card) {
        return new ProductRow(
                card.code(),
                card.name(),
                card.dataClassName(),
                card.supplierName(),
                card.supplierCode(),
                card.state(),
                card.interfaceForm().name(),
                card.jrLevel(),
                card.containsPersonalInfo(),
                card.pricing(),
                card.unitPrice(),
                card.reuseAllowed(),
                card.listedOn());
    }

    private static SupplierRow row(SupplierCard card) {
        return new SupplierRow(
                card.code(),
                card.name(),
                card.uscc(),
                card.typeName(),
                card.state(),
                card.grade(),
                card.regionName(),
                card.listedProducts(),
                card.admissionEndsOn());
    }

    private static CaseRow row(ApplicationCaseCard card) {
        return new CaseRow(
                card.code(),
                card.title(),
                card.businessLineName(),
                card.scenarioName(),
                card.orgUnitName(),
                card.state(),
                card.result(),
                card.since());
    }
}
