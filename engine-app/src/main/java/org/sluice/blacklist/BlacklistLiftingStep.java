package org.sluice.blacklist;

import java.util.List;
import java.util.Objects;
import org.sluice.process.CaseId;
import org.sluice.process.Role;
import org.sluice.process.blacklist.BlacklistLiftingProcess;
import org.sluice.shared.Auditable;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks whether an entry for this reason may be ended early at all, and looks whether its months are over. */
@Component
class BlacklistLiftingStep implements DecisionStep {

    /** The table's input. */
    record Facts(String reasonCode) {}

    private final EntryStore store;
    private final Liftings liftings;
    private final ApplicationEventPublisher events;

    BlacklistLiftingStep(EntryStore store, Liftings liftings, ApplicationEventPublisher events) {
        this.store = store;
        this.liftings = liftings;
        this.events = events;
    }

    @Override
    public String element() {
        return "blacklistLifting";
    }

    @Override
    public String decision() {
        return BlacklistLiftingProcess.Decision.BLACKLIST_LIFTING;
    }

    @Override
    public Record facts(CaseId caseId) {
        return new Facts(store.get(caseId).reason().name());
    }

    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        var entry = store.get(caseId);
        var row = rows.get(0);
        var early = Boolean.TRUE.equals(row.outputs().get("early"));
        var from = Objects.requireNonNull(entry.effectiveOn()).plusMonths(row.whole("afterMonths"));
        var allowed = early && !from.isAfter(store.today()) && entry.state().isInForce();
        liftings.open(caseId).ifPresent(lifting -> liftings.allowed(lifting, allowed, row.whole("afterMonths")));
        events.publishEvent(Auditable.of("blacklist.liftingChecked", caseId, null, entry.subject())
                .with("liftingAllowed", allowed)
                .with("liftingFrom", early ? from.toString() : null)
                .with("liftingCondition", String.valueOf(row.outputs().get("liftingCondition"))));
        return Flags.of(BlacklistLiftingProcess.LIFTING_ALLOWED, allowed)
                .and(BlacklistLiftingProcess.APPROVER_ROLE, Role.CHIEF_COMPLIANCE_OFFICER.name());
    }
}
