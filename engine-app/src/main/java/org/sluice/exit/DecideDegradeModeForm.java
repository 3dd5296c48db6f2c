package org.sluice.exit;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sluice.catalog.ProductRegister;
import org.sluice.process.CaseId;
import org.sluice.process.Problems;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.process.exit.DecideDegradeMode;
import org.sluice.process.exit.DegradeChoice;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** The executive decides on continuity: a bridge until a day, or a stop. */
@Component
class DecideDegradeModeForm implements TaskForm<DecideDegradeMode> {

    private final ExitStore store;
    private final ExitCases exits;
    private final ProductRegister products;
    private final Parameters parameters;

    DecideDegradeModeForm(ExitStore store, ExitCases exits, ProductRegister products, Parameters parameters) {
        this.store = store;
        this.exits = exits;
        this.products = products;
        this.parameters = parameters;
    }

    @Override
    public String key() {
        return DataExitProcess.Task.DECIDE_DEGRADE_MODE;
    }

    @Override
    public Class<DecideDegradeMode> body() {
        return DecideDegradeMode.class;
    }

    @Override
    public DecideDegradeMode example(CaseId caseId) {
        return store.get(caseId).decided().mayBridge()
                ? new DecideDegradeMode(
                        DegradeChoice.BRIDGE,
                        exits.today().plusDays(30),
                        "Used for cases that are under way only, with a manual check.")
                : new DecideDegradeMode(DegradeChoice.STOP, null, "Assessed by hand from public registers.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE, DataExitProcess.Task.CHOOSE_REPLACEMENT);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return exits.due("exit.degrade.due", asked);
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, DecideDegradeMode body) {
        var exit = exits.held(caseId, ExitState.AGREED);
        var reasons = Objects.requireNonNull(body.reasons());
        if (body.choice() == DegradeChoice.STOP) {
            store.bridge(caseId, null, reasons);
            exits.publish("exit.stopDecided", exit, actor, details("reason", reasons));
            return Flags.of(DataExitProcess.BRIDGED, false);
        }
        var until = Objects.requireNonNull(body.until());
        var last = exits.today().plusDays(parameters.whole("exit.bridge.maxDays"));
        new Problems()
                .when(!exit.decided().mayBridge(), "choice", "bridgeUnlawful")
                .when(until.isBefore(exits.today()) || until.isAfter(last), "until", "bridgeDay", exits.today(), last)
                .orThrow();
        store.bridge(caseId, until, reasons);
        exits.unblock(exit);
        products.degrade(exit.product());
        exits.state(caseId, ExitState.BRIDGED);
        exits.publish("exit.bridged", exit, actor, details("until", until.toString(), "reason", reasons));
        return Flags.of(DataExitProcess.BRIDGED, true)
                .and(
                        DataExitProcess.BRIDGE_UNTIL,
                        Date.from(
                                until.plusDays(1).atStartOfDay(WorkingDays.ZONE).toInstant()));
    }
}
