package org.sluice.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.ProductsInUse;
import org.sluice.process.NotFound;
import org.sluice.process.NotPermitted;
import org.sluice.process.Problems;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.process.evaluation.QualityReading;
import org.sluice.shared.Access;
import org.sluice.shared.Actor;
import org.sluice.shared.Actors;
import org.sluice.shared.Auditable;
import org.sluice.shared.IdempotentRequests;
import org.sluice.shared.WorkingDays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was measured of products, month by month; data stewards enter it, whoever reads the catalogue sees it. */
@Service
public class Readings {

    private static final int MONTHS = 12;

    private final ReadingStore store;
    private final ProductsInUse products;
    private final IdempotentRequests requests;
    private final Access access;
    private final Actors actors;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Readings(
            ReadingStore store,
            ProductsInUse products,
            IdempotentRequests requests,
            Access access,
            Actors actors,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.products = products;
        this.requests = requests;
        this.access = access;
        this.actors = actors;
        this.clock = clock;
        this.events = events;
    }

    boolean mayRecord(Actor actor) {
        return access.acts(actor, Role.DATA_STEWARD, UnitCode.HEAD_OFFICE);
    }

    /**
     * Records a month of a product; a month that is on record is put right, and the same reading again changes nothing.
     *
     * @param idempotencyKey the same key sent again changes nothing, also when the month was put right in between; null asks
     *     for no protection
     * @throws NotPermitted when the signed-in person is no data steward
     * @throws org.sluice.process.Invalid naming every field that is missing or wrong
     */
    @Transactional
    public void put(String productCode, QualityReading reading, @Nullable String idempotencyKey) {
        var actor = actors.current();
        if (!mayRecord(actor)) {
            throw new NotPermitted("readings");
        }
        var problems = new Problems();
        reading.check(problems);
        problems.orThrow();
        var month = YearMonth.parse(Objects.requireNonNull(reading.month())).atDay(1);
        new Problems()
                .when(!month.isBefore(thisMonth()), "month", "monthToCome")
                .orThrow();
        var product = products.byCode(productCode).orElseThrow(() -> new NotFound("product", productCode));
        requests.once(actor, idempotencyKey, "reading.record", List.of(productCode, reading), String.class, () -> {
            record(actor, product, month, reading);
            return month.toString();
        });
    }

    private void record(Actor actor, ProductsInUse.Product product, LocalDate month, QualityReading reading) {
        var change = store.put(product.id(), month, reading, actor.id());
        if (change == ReadingStore.Change.NONE) {
            return;
        }
        var added = change == ReadingStore.Change.ADDED;
        events.publishEvent(
                Auditable.of(added ? "reading.recorded" : "reading.corrected", null, actor, "product " + product.code())
                        .with("product", product.name())
                        .with("month", reading.month()));
    }

    /** The last twelve whole months that are on record, the latest first. */
    List<Reading> lastYear(UUID product) {
        var last = thisMonth().minusMonths(1);
        return store.between(product, last.minusMonths(MONTHS - 1L), last);
    }

    private LocalDate thisMonth() {
        return clock.instant().atZone(WorkingDays.ZONE).toLocalDate().withDayOfMonth(1);
    }
}
