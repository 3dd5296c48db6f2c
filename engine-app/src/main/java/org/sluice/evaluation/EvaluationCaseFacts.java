package org.sluice.evaluation;

import static org.sluice.shared.Details.coded;
import static org.sluice.shared.Details.details;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.ProductsInUse;
import org.sluice.catalog.SupplierRegister;
import org.sluice.process.CaseId;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFacts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An evaluation on its case page: what was found, how it was scored, what the supplier said, what was decided. */
@Component
class EvaluationCaseFacts implements CaseFacts {

    private final EvaluationStore store;
    private final ScoredItems items;
    private final Ratings ratings;
    private final Notices notices;
    private final Objections objections;
    private final Rectifications rectifications;
    private final ProductsInUse products;
    private final SupplierRegister suppliers;

    EvaluationCaseFacts(
            EvaluationStore store,
            ScoredItems items,
            Ratings ratings,
            Notices notices,
            Objections objections,
            Rectifications rectifications,
            ProductsInUse products,
            SupplierRegister suppliers) {
        this.store = store;
        this.items = items;
        this.ratings = ratings;
        this.notices = notices;
        this.objections = objections;
        this.rectifications = rectifications;
        this.products = products;
        this.suppliers = suppliers;
    }

    @Override
    public boolean knows(CaseId caseId) {
        return store.find(caseId).isPresent();
    }

    @Override
    public boolean mayWithdraw(Actor actor, CaseId caseId) {
        return false;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> facts(CaseId caseId) {
        var evaluation = store.get(caseId);
        var product = products.get(evaluation.product());
        var supplier = suppliers.get(evaluation.supplier());
        var objection = objections.of(caseId).orElse(null);
        return details(
                "product",
                coded(product.name(), product.code()),
                "supplier",
                coded(supplier.name(), supplier.code()),
                "evaluationTrigger",
                evaluation.trigger(),
                "windowFrom",
                month(evaluation.from()),
                "windowTo",
                month(evaluation.to()),
                "evaluationScore",
                evaluation.score() == null ? null : shown(evaluation.score()),
                "applicableWeight",
                evaluation.weight(),
                "grade",
                evaluation.grade(),
                "vetoReason",
                evaluation.veto(),
                "previousGrade",
                evaluation.previousGrade(),
                "sharePolicy",
                evaluation.sharePolicy(),
                "inspection",
                evaluation.inspection(),
                "objectionGrounds",
                objection == null ? null : objection.grounds(),
                "answerReceived",
                objection == null ? null : text(objection.receivedOn()),
                "objectionUpheld",
                objection == null ? null : objection.upheld(),
                "objectionReview",
                objection == null ? null : objection.review(),
                "renewalProposed",
                evaluation.proposed(),
                "renewalOutcome",
                evaluation.decided(),
                "reason",
                evaluation.reasons());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** The window is made of whole months. */
    private static @Nullable String month(@Nullable LocalDate first) {
        return first == null ? null : YearMonth.from(first).toString();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Table> tables(CaseId caseId) {
        var evaluation = store.get(caseId);
        return Stream.of(
                        new Table("scorecard", scorecard(caseId, evaluation.round())),
                        new Table("unitRatings", unitRatings(caseId)),
                        new Table("notices", notices(caseId)),
                        new Table("rectification", rectification(caseId)))
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private List<Map<String, Object>> scorecard(CaseId caseId, int round) {
        var before = round == 1 ? List.<ScoredItem>of() : items.of(caseId, 1);
        var now = items.of(caseId, round);
        return IntStream.range(0, now.size())
                .mapToObj(i -> line(now.get(i), before.isEmpty() ? null : before.get(i)))
                .toList();
    }

    private static Map<String, Object> line(ScoredItem item, @Nullable ScoredItem before) {
        return details(
                "dimension",
                item.item().dimension(),
                "item",
                item.item(),
                "figure",
                item.figure() == null ? null : shown(item.figure()),
                "itemFinding",
                item.item().isFound() && item.applies() ? item.finding() : null,
                "figureBefore",
                item.corrected() && before != null && before.figure() != null ? shown(before.figure()) : null,
                "findingBefore",
                item.corrected() && before != null && before.item().isFound() ? before.finding() : null,
                "itemWeight",
                item.weight(),
                "points",
                item.points() == null ? null : shown(item.points()),
                "notApplicable",
                item.notApplicable());
    }

    private static String shown(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }

    private List<Map<String, Object>> unitRatings(CaseId caseId) {
        return ratings.of(caseId).stream()
                .map(rating -> details(
                        "unit", rating.unitName(),
                        "ratingState", rating.state(),
                        "rating", rating.score(),
                        "comment", rating.comment()))
                .toList();
    }

    private List<Map<String, Object>> notices(CaseId caseId) {
        return notices.of(caseId).stream()
                .map(told -> details(
                        "toldTo", told.person(),
                        "email", told.email(),
                        "letter", told.letter()))
                .toList();
    }

    private List<Map<String, Object>> rectification(CaseId caseId) {
        return rectifications.of(caseId).stream()
                .map(ordered -> details(
                        "rectificationState", ordered.state(),
                        "demand", ordered.demand(),
                        "rectifyBy", text(ordered.dueOn()),
                        "comment", ordered.finding()))
                .toList();
    }

    @Override
    public Optional<Standing> standing(CaseId caseId) {
        return Optional.empty();
    }
}
