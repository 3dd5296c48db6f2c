package org.sluice.exit;

import static org.sluice.shared.Details.details;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.ProductRegister;
import org.sluice.process.CaseId;
import org.sluice.process.CaseKind;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.UnitCode;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.process.exit.ExitTrigger;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.Flow;
import org.springframework.stereotype.Component;

/** Opens exits, for a person or for the house itself. */
@Component
class ExitOpening {

    static final Set<String> IN_USE = Set.of("LISTED", "DEGRADED");

    private final ExitStore store;
    private final ExitCases exits;
    private final ProductRegister products;
    private final CaseFiles files;
    private final Flow flow;

    ExitOpening(ExitStore store, ExitCases exits, ProductRegister products, CaseFiles files, Flow flow) {
        this.store = store;
        this.exits = exits;
        this.products = products;
        this.files = files;
        this.flow = flow;
    }

    /**
     * @param actor null when the house itself opens it
     * @param facts null when a person is to be asked
     * @throws Conflict when the product is not in use, or leaves use already
     */
    CaseId open(
            @Nullable Actor actor,
            UUID product,
            ExitTrigger trigger,
            String reason,
            Exit.@Nullable Assessment facts,
            @Nullable CaseId origin) {
        store.lockProduct(product);
        store.openOf(product).ifPresent(open -> {
            throw new Conflict("exitOpen", products.get(product).code(), open.number());
        });
        var leaving = products.get(product);
        if (!IN_USE.contains(leaving.state())) {
            throw new Conflict("exitNotInUse", leaving.code(), leaving.state());
        }
        var caseId = CaseId.random();
        var number = store.nextNumber();
        files.open(
                caseId,
                CaseKind.EXIT,
                number,
                new LocalText(
                        "退出：" + leaving.name().zh() + "（" + leaving.code() + "）",
                        "Exit: " + leaving.name().en() + " (" + leaving.code() + ")"),
                UnitCode.HEAD_OFFICE,
                actor == null ? null : actor.id(),
                null,
                ExitState.OPEN.name(),
                origin);
        store.insert(
                caseId, number, product, leaving.state(), trigger, reason, origin, actor == null ? null : actor.id());
        exits.publish(
                "exit.opened",
                store.get(caseId),
                actor,
                details("product", leaving.code(), "trigger", trigger, "reason", reason));
        if (facts != null) {
            store.assessed(caseId, facts);
        }
        flow.start(
                DataExitProcess.KEY,
                caseId,
                Flags.of(DataExitProcess.CASE_ID, caseId).and(DataExitProcess.FACTS_KNOWN, facts != null));
        return caseId;
    }
}
