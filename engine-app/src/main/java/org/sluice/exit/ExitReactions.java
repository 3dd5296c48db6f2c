package org.sluice.exit;

import static org.sluice.shared.Details.details;

import java.util.UUID;
import org.sluice.blacklist.SupplierListed;
import org.sluice.catalog.ProductRegister;
import org.sluice.evaluation.ExitDecided;
import org.sluice.process.evaluation.IncidentLevel;
import org.sluice.process.exit.ExitTrigger;
import org.sluice.shared.CaseFiles;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Exits that the house opens by itself, in the transaction of what caused them. A product that leaves use already is not
 * opened again: its exit says what has happened meanwhile.
 */
@Component
class ExitReactions {

    private final ExitOpening opening;
    private final ExitCases exits;
    private final ExitStore store;
    private final Replacements replacements;
    private final ProductRegister products;
    private final CaseFiles files;

    ExitReactions(
            ExitOpening opening,
            ExitCases exits,
            ExitStore store,
            Replacements replacements,
            ProductRegister products,
            CaseFiles files) {
        this.opening = opening;
        this.exits = exits;
        this.store = store;
        this.replacements = replacements;
        this.products = products;
        this.files = files;
    }

    /** What is urgent waits for nobody's assessment: the house asks the table with what it knows itself. */
    @EventListener
    void on(ExitDecided decided) {
        var trigger = ExitTrigger.valueOf(decided.trigger());
        var reason = files.get(decided.evaluation()).number();
        if (store.openOf(decided.product()).isPresent()) {
            tell(decided.product(), trigger, reason);
        } else if (ExitOpening.IN_USE.contains(products.get(decided.product()).state())) {
            var opened = opening.open(
                    null,
                    decided.product(),
                    trigger,
                    reason,
                    decided.urgent() ? known(decided.product(), trigger) : null,
                    decided.evaluation());
            if (decided.urgent()) {
                // however slowly the table would let it go: the evaluation has said that nobody may use it
                exits.block(store.get(opened), "exit.blockedAtOnce");
            }
        }
    }

    /** A veto for an incident stands from the level "larger" on. */
    private Exit.Assessment known(UUID product, ExitTrigger trigger) {
        return new Exit.Assessment(
                trigger == ExitTrigger.SECURITY_INCIDENT ? IncidentLevel.LARGER : IncidentLevel.NONE,
                trigger != ExitTrigger.SOURCE_UNLAWFUL,
                replacements.isCritical(product),
                replacements.isReady(product),
                null);
    }

    @EventListener
    void on(SupplierListed listed) {
        var reason = files.get(listed.entry()).number();
        store.ofSupplier(listed.supplier()).stream()
                .filter(exit -> exit.state().mayTurnBack())
                .forEach(exit -> tell(exit.product(), ExitTrigger.SUPPLIER_BLACKLISTED, reason));
        store.inUse(listed.supplier()).stream()
                .filter(product -> store.openOf(product).isEmpty())
                .forEach(product ->
                        opening.open(null, product, ExitTrigger.SUPPLIER_BLACKLISTED, reason, null, listed.entry()));
    }

    private void tell(UUID product, ExitTrigger trigger, String reason) {
        store.openOf(product)
                .ifPresent(exit -> exits.publish(
                        "exit.anotherTrigger", exit, null, details("trigger", trigger, "reason", reason)));
    }
}
