package org.sluice.evaluation;

import static org.sluice.shared.Details.details;

import org.sluice.blacklist.Blacklist;
import org.sluice.catalog.ProductsInUse;
import org.sluice.process.evaluation.IncidentLevel;
import org.sluice.shared.Actor;
import org.springframework.stereotype.Component;

/** Proposes a supplier for the blacklist because of what an evaluation of its product found. */
@Component
class BlacklistReviews {

    private final Blacklist blacklist;
    private final ProductFigures figures;
    private final ProductsInUse products;
    private final EvaluationEvents events;

    BlacklistReviews(Blacklist blacklist, ProductFigures figures, ProductsInUse products, EvaluationEvents events) {
        this.blacklist = blacklist;
        this.figures = figures;
        this.products = products;
        this.events = events;
    }

    /** One that is proposed or listed already is not proposed again. */
    void propose(Actor actor, Evaluation evaluation) {
        if (blacklist.proposed(evaluation.supplier()).isPresent() || blacklist.isListed(evaluation.supplier())) {
            events.publish("evaluation.blacklistUnderWay", evaluation, actor, details());
            return;
        }
        blacklist.propose(
                actor,
                new Blacklist.Proposal(
                        evaluation.supplier(),
                        Vetoes.reason(evaluation.veto()),
                        Vetoes.severity(evaluation.veto(), worst(evaluation)),
                        evidence(evaluation),
                        evaluation.caseId()));
        events.publish("evaluation.blacklistProposed", evaluation, actor, details());
    }

    private IncidentLevel worst(Evaluation evaluation) {
        return evaluation.from() == null || evaluation.to() == null
                ? IncidentLevel.NONE
                : figures.incidentLevel(evaluation.product(), evaluation.from(), evaluation.to());
    }

    private String evidence(Evaluation evaluation) {
        var product = products.get(evaluation.product());
        return "%s: %s / %s (%s), %s / %s. %s"
                .formatted(
                        evaluation.number(),
                        product.name().zh(),
                        product.name().en(),
                        product.code(),
                        evaluation.score(),
                        evaluation.grade(),
                        evaluation.reasons() == null ? "" : evaluation.reasons())
                .strip();
    }
}
