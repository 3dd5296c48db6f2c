package org.sluice.access;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.ProductRegister;
import org.sluice.catalog.SupplierRegister;
import org.sluice.catalog.Taxonomy;
import org.sluice.process.Money;
import org.sluice.process.NotFound;
import org.sluice.process.UnitCode;
import org.sluice.process.access.Purpose;
import org.sluice.process.intake.DecisionImpact;
import org.sluice.process.intake.InterfaceForm;
import org.sluice.process.intake.SubjectType;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** What the house knows of a use by itself. The requester is believed in none of it. */
@Component
class UsageGauge {

    /** What the table of the ways asks. */
    record Measure(
            int jrLevel,
            boolean containsPersonalInfo,
            boolean sameLegalEntity,
            boolean purposeKnown,
            boolean sameLine,
            boolean automatedDecision) {}

    private static final List<String> GOOD_SUPPLIERS = List.of("QUALIFIED", "PREFERRED");

    private final UsageStore store;
    private final Taxonomy taxonomy;
    private final ProductRegister products;
    private final SupplierRegister suppliers;
    private final Clock clock;

    UsageGauge(UsageStore store, Taxonomy taxonomy, ProductRegister products, SupplierRegister suppliers, Clock clock) {
        this.store = store;
        this.taxonomy = taxonomy;
        this.products = products;
        this.suppliers = suppliers;
        this.clock = clock;
    }

    Measure measure(UUID product, UnitCode unit, String scenarioCode, Purpose purpose, List<String> fields) {
        var scenario = scenario(scenarioCode);
        return new Measure(
                jrLevel(product, fields),
                containsPersonalInfo(product, fields),
                store.isOfTheBank(unit),
                store.isPurposeKnown(product, purpose),
                store.isUsedByLineOf(product, scenario.lines()),
                isAutomated(scenario));
    }

    Taxonomy.Scenario scenario(String code) {
        return taxonomy.scenario(code).orElseThrow(() -> new NotFound("scenario", code));
    }

    DecisionImpact impact(String scenarioCode) {
        return DecisionImpact.valueOf(scenario(scenarioCode).decisionImpact());
    }

    /** What decides on admission, limit or price while the customer waits is decided by a machine. */
    private static boolean isAutomated(Taxonomy.Scenario scenario) {
        var impact = DecisionImpact.valueOf(scenario.decisionImpact());
        return (impact == DecisionImpact.ADMISSION_REJECT || impact == DecisionImpact.LIMIT_OR_PRICE)
                && scenario.forms().contains(InterfaceForm.REALTIME_API.name());
    }

    /** The highest level of the fields; one that no dictionary has is as sensitive as the product. */
    int jrLevel(UUID product, List<String> fields) {
        var delivery = products.delivery(product);
        var whole = products.get(product).jrLevel();
        return fields.stream()
                .mapToInt(name -> field(delivery.dataClass(), name)
                        .map(field -> field.ifPerson() && !isAboutPersons(delivery)
                                ? lowest(delivery.dataClass())
                                : field.jrLevel())
                        .orElse(whole))
                .max()
                .orElse(whole);
    }

    /** Fields that the dictionary knows as such; what it does not know counts as the product does. */
    boolean containsPersonalInfo(UUID product, List<String> fields) {
        var delivery = products.delivery(product);
        var whole = products.get(product).containsPersonalInfo();
        if (whole && isAboutPersons(delivery)) {
            return true;
        }
        return fields.stream().anyMatch(name -> field(delivery.dataClass(), name)
                .map(field -> field.personalInfo() && (!field.ifPerson() || isAboutPersons(delivery)))
                .orElse(whole));
    }

    private static boolean isAboutPersons(ProductRegister.Delivery delivery) {
        return delivery.subjectType() != SubjectType.ENTERPRISE && delivery.subjectType() != SubjectType.NONE;
    }

    private Optional<Taxonomy.Field> field(String dataClass, String name) {
        return taxonomy.fields(dataClass).stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    private int lowest(String dataClass) {
        return taxonomy.dataClass(dataClass).map(Taxonomy.DataClass::jrMin).orElse(1);
    }

    /** Listed, and neither its contract nor its admission is over. */
    boolean isListed(UUID product) {
        var ends = notAfter(product);
        return products.get(product).state().equals("LISTED") && (ends == null || !ends.isBefore(today()));
    }

    boolean isReuseAllowed(UUID product) {
        return products.delivery(product).reuseAllowed();
    }

    boolean isSupplierInGoodStanding(UUID product) {
        var supplier = products.get(product).supplier();
        return GOOD_SUPPLIERS.contains(suppliers.get(supplier).state());
    }

    /**
     * When the product's admission or contract ends, whichever is first. The contract's end is what its grants know of
     * it: a later contract brings a grant with a later end.
     */
    @Nullable
    LocalDate notAfter(UUID product) {
        return Stream.of(products.get(product).admissionEndsOn(), store.latestEnd(product))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Until when it would hold: as asked, but no longer than the table, contract and admission allow. */
    LocalDate until(UsageRequest request) {
        var months = Objects.requireNonNull(request.validMonths());
        return Stream.of(request.wantedTo(), today().plusMonths(months), notAfter(request.product()))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * What its calls would cost in this fiscal year, both days included; the next year's are reserved when it is asked
     * for again. A product at a monthly price costs nothing more when one more unit calls it.
     */
    Money cost(UsageRequest request) {
        var delivery = products.delivery(request.product());
        var price = delivery.unitPrice();
        if (!delivery.pricing().equals("PER_CALL") || price == null) {
            return Money.ZERO;
        }
        var today = today();
        var last = today.withDayOfYear(today.lengthOfYear());
        var until = until(request).isBefore(last) ? until(request) : last;
        var days = Math.max(0, ChronoUnit.DAYS.between(today, until) + 1);
        return new Money(price.multiply(
                        BigDecimal.valueOf(Objects.requireNonNull(request.form().callsPerDay())))
                .multiply(BigDecimal.valueOf(days))
                .setScale(2, RoundingMode.UP));
    }

    LocalDate today() {
        return WorkingDays.today(clock);
    }
}
