package org.sluice.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.ProductsInUse;
import org.sluice.catalog.SupplierRegister;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.evaluation.ItemFinding;
import org.sluice.process.evaluation.NotApplicable;
import org.sluice.process.evaluation.QualityReading;
import org.sluice.process.evaluation.RenewalOutcome;
import org.sluice.process.evaluation.ScoreItem;
import org.sluice.shared.Access;
import org.sluice.shared.Actors;
import org.sluice.shared.CaseReaders;
import org.sluice.ui.evaluation.EvaluationDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Readings and evaluations as people and programs read them, each by what the person may see. */
@Service
@Transactional(readOnly = true)
public class EvaluationBoard implements EvaluationDesk {

    /** A line of a scorecard, with its reason where it leaves the divisor. */
    public record ItemView(
            ScoreItem item,
            @Nullable BigDecimal figure,
            ItemFinding finding,
            @Nullable NotApplicable notApplicable,
            boolean corrected,
            @Nullable Integer weight,
            @Nullable BigDecimal points) {}

    /** @param state ASKED, GIVEN, MISSING */
    public record RatingView(
            LocalText unitName,
            String state,
            @Nullable Integer score,
            @Nullable String comment) {}

    public record NoticeView(
            int round,
            @Nullable LocalText person,
            @Nullable String email,
            LocalText letter,
            Instant toldAt,
            @Nullable Instant answerBy) {}

    /** @param upheld null before it is reviewed */
    public record ObjectionView(
            boolean objects,
            LocalDate receivedOn,
            @Nullable String grounds,
            @Nullable Boolean upheld,
            @Nullable String review) {}

    /** @param state ISSUED, VERIFIED, FAILED */
    public record RectificationView(
            String state,
            String demand,
            LocalDate dueOn,
            @Nullable String finding) {}

    /**
     * Everything about one evaluation.
     *
     * @param trigger LONG_AGO, CONTRACT_ENDING, BY_HAND
     * @param weight of the items that apply
     * @param items of the last round
     */
    public record EvaluationSheet(
            EvaluationRow evaluation,
            String trigger,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int round,
            @Nullable String previousGrade,
            @Nullable String veto,
            @Nullable Integer weight,
            @Nullable String sharePolicy,
            @Nullable String inspection,
            List<ItemView> items,
            List<RatingView> ratings,
            List<NoticeView> notices,
            @Nullable ObjectionView objection,
            @Nullable RenewalOutcome proposed,
            boolean proposedReview,
            @Nullable String reasons,
            @Nullable RectificationView rectification) {}

    private final EvaluationStore store;
    private final ScoredItems items;
    private final Ratings ratings;
    private final Notices notices;
    private final Objections objections;
    private final Rectifications rectifications;
    private final Readings readings;
    private final Evaluations evaluations;
    private final ProductsInUse products;
    private final SupplierRegister suppliers;
    private final CaseReaders readers;
    private final Access access;
    private final Actors actors;

    EvaluationBoard(
            EvaluationStore store,
            ScoredItems items,
            Ratings ratings,
            Notices notices,
            Objections objections,
            Rectifications rectifications,
            Readings readings,
            Evaluations evaluations,
            ProductsInUse products,
            SupplierRegister suppliers,
            CaseReaders readers,
            Access access,
            Actors actors) {
        this.store = store;
        this.items = items;
        this.ratings = ratings;
        this.notices = notices;
        this.objections = objections;
        this.rectifications = rectifications;
        this.readings = readings;
        this.evaluations = evaluations;
        this.products = products;
        this.suppliers = suppliers;
        this.readers = readers;
        this.access = access;
        this.actors = actors;
    }

    @Override
    public ProductQuality ofProduct(String code) {
        var actor = actors.current();
        access.requireCatalogue(actor);
        var product = product(code);
        return new ProductQuality(
                readings.lastYear(product.id()).stream()
                        .map(EvaluationBoard::row)
                        .toList(),
                store.ofProduct(product.id()).stream().map(this::row).toList(),
                product.isInUse()
                        && evaluations.mayStart()
                        && store.openOf(product.id()).isEmpty(),
                readings.mayRecord(actor));
    }

    @Override
    public List<EvaluationRow> ofSupplier(String code) {
        access.requireCatalogue(actors.current());
        var supplier = suppliers.byCode(code).orElseThrow(() -> new NotFound("supplier", code));
        return store.ofSupplier(supplier.id()).stream().map(this::row).toList();
    }

    @Override
    @Transactional
    public CaseId start(String productCode) {
        return evaluations.start(productCode, null).caseId();
    }

    @Override
    @Transactional
    public void recordReading(String productCode, QualityReading reading) {
        readings.put(productCode, reading, null);
    }

    /**
     * For people who may read the case.
     *
     * @throws NotFound when the case is no evaluation
     */
    public EvaluationSheet ofCase(CaseId caseId) {
        readers.requireReads(actors.current(), caseId);
        var evaluation = store.get(caseId);
        return new EvaluationSheet(
                row(evaluation),
                evaluation.trigger().name(),
                evaluation.from(),
                evaluation.to(),
                evaluation.round(),
                evaluation.previousGrade(),
                evaluation.veto(),
                evaluation.weight(),
                evaluation.sharePolicy(),
                evaluation.inspection(),
                items.of(caseId, evaluation.round()).stream()
                        .map(item -> new ItemView(
                                item.item(),
                                item.figure(),
                                item.finding(),
                                item.notApplicable(),
                                item.corrected(),
                                item.weight(),
                                item.points()))
                        .toList(),
                ratings.of(caseId).stream()
                        .map(rating -> new RatingView(
                                rating.unitName(), rating.state().name(), rating.score(), rating.comment()))
                        .toList(),
                notices.of(caseId).stream()
                        .map(told -> new NoticeView(
                                told.round(),
                                told.person(),
                                told.email(),
                                told.letter(),
                                told.toldAt(),
                                told.answerBy()))
                        .toList(),
                objections
                        .of(caseId)
                        .map(said -> new ObjectionView(
                                said.objects(), said.receivedOn(), said.grounds(), said.upheld(), said.review()))
                        .orElse(null),
                evaluation.proposed(),
                evaluation.proposedReview(),
                evaluation.reasons(),
                rectifications
                        .of(caseId)
                        .map(ordered -> new RectificationView(
                                ordered.state().name(), ordered.demand(), ordered.dueOn(), ordered.finding()))
                        .orElse(null));
    }

    private ProductsInUse.Product product(String code) {
        return products.byCode(code).orElseThrow(() -> new NotFound("product", code));
    }

    private EvaluationRow row(Evaluation evaluation) {
        var product = products.get(evaluation.product());
        return new EvaluationRow(
                evaluation.caseId(),
                evaluation.number(),
                product.code(),
                product.name(),
                evaluation.state().name(),
                evaluation.score(),
                evaluation.grade(),
                evaluation.decided(),
                evaluation.openedAt(),
                evaluation.endedAt());
    }

    private static MonthRow row(Reading reading) {
        return new MonthRow(
                reading.month(),
                reading.calls(),
                reading.hitRate(),
                reading.accuracy(),
                reading.freshness(),
                reading.nullRate(),
                reading.psi(),
                reading.availability(),
                reading.responseMs(),
                reading.incidents(),
                reading.incidentLevel(),
                reading.handlingMinutes(),
                reading.changeNoticeDays(),
                reading.billingDifference(),
                reading.conduct());
    }
}
