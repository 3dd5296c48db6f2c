package org.sluice.blacklist;

import java.util.List;
import org.sluice.catalog.SupplierRegister;
import org.sluice.process.CaseId;
import org.sluice.process.Role;
import org.sluice.process.blacklist.SupplierBlacklistProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Auditable;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
import org.sluice.shared.WorkingDays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks how long the supplier is barred; of several rows the longest counts. */
@Component
class BlacklistDurationStep implements DecisionStep {

    /** The table's inputs. */
    record Facts(String reasonCode, String severityCode, boolean repeat36m) {}

    private final EntryStore store;
    private final SupplierRegister suppliers;
    private final Parameters parameters;
    private final ApplicationEventPublisher events;

    BlacklistDurationStep(
            EntryStore store, SupplierRegister suppliers, Parameters parameters, ApplicationEventPublisher events) {
        this.store = store;
        this.suppliers = suppliers;
        this.parameters = parameters;
        this.events = events;
    }

    @Override
    public String element() {
        return "blacklistDuration";
    }

    @Override
    public String decision() {
        return SupplierBlacklistProcess.Decision.BLACKLIST_DURATION;
    }

    /** Listed before means: in force at any time in the months before it was proposed. */
    @Override
    public Record facts(CaseId caseId) {
        var entry = store.get(caseId);
        return new Facts(entry.reason().name(), entry.severity(), isRepeat(entry));
    }

    private boolean isRepeat(Entry entry) {
        var proposedOn = entry.proposedAt().atZone(WorkingDays.ZONE).toLocalDate();
        return store.wasInForceSince(entry, proposedOn.minusMonths(parameters.whole("blacklist.repeat.months")));
    }

    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        var entry = store.get(caseId);
        var months = rows.stream().mapToInt(row -> row.whole("months")).max().orElseThrow();
        var repeat = isRepeat(entry);
        store.duration(caseId, repeat, months, rows.stream().map(Row::row).toList());
        events.publishEvent(Auditable.of("blacklist.durationFound", caseId, null, entry.subject())
                .with("supplier", suppliers.get(entry.supplier()).name())
                .with("months", months)
                .with("repeat", repeat));
        return Flags.of(SupplierBlacklistProcess.APPROVER_ROLE, Role.COMPLIANCE.name())
                .and(SupplierBlacklistProcess.VOTE_COUNT, (long) parameters.whole("admission.committee.quorum"));
    }
}
