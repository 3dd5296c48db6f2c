package org.sluice.evaluation;

import org.sluice.blacklist.SupplierListed;
import org.sluice.process.LocalText;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A supplier was blacklisted: its products leave use, and nothing is evaluated any more. */
@Component
class ListedSupplier {

    private static final LocalText WHY = new LocalText("供应商已列入黑名单", "The supplier was put on the blacklist");

    private final EvaluationStore store;
    private final Evaluations evaluations;

    ListedSupplier(EvaluationStore store, Evaluations evaluations) {
        this.store = store;
        this.evaluations = evaluations;
    }

    @EventListener
    void on(SupplierListed event) {
        store.openOfSupplier(event.supplier()).forEach(evaluation -> evaluations.stop(evaluation, WHY));
    }
}
