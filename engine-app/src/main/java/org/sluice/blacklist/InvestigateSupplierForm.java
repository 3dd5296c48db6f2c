package org.sluice.blacklist;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.blacklist.InvestigateSupplier;
import org.sluice.process.blacklist.SupplierBlacklistProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** One of the investigators says what there is to the proposal. */
@Component
class InvestigateSupplierForm implements TaskForm<InvestigateSupplier> {

    private final EntryStore store;
    private final Investigation investigation;
    private final CaseFiles files;
    private final Parameters parameters;
    private final ApplicationEventPublisher events;

    InvestigateSupplierForm(
            EntryStore store,
            Investigation investigation,
            CaseFiles files,
            Parameters parameters,
            ApplicationEventPublisher events) {
        this.store = store;
        this.investigation = investigation;
        this.files = files;
        this.parameters = parameters;
        this.events = events;
    }

    @Override
    public String key() {
        return SupplierBlacklistProcess.Task.INVESTIGATE_SUPPLIER;
    }

    @Override
    public Class<InvestigateSupplier> body() {
        return InvestigateSupplier.class;
    }

    @Override
    public InvestigateSupplier example(CaseId caseId) {
        return new InvestigateSupplier(true, "The papers on file and the supplier's own records confirm it.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE, key());
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(asked, parameters.whole("blacklist.investigate.due")));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, InvestigateSupplier body) {
        files.lock(caseId);
        var entry = store.get(caseId);
        entry.mustBe(BlacklistState.PROPOSED, BlacklistState.INVESTIGATING);
        investigation.find(
                caseId, actor.id(), Boolean.TRUE.equals(body.confirmed()), Objects.requireNonNull(body.finding()));
        store.state(caseId, BlacklistState.INVESTIGATING);
        files.state(caseId, BlacklistState.INVESTIGATING.name());
        events.publishEvent(Auditable.of("blacklist.investigated", caseId, actor, entry.subject())
                .with("confirmed", Boolean.TRUE.equals(body.confirmed()))
                .with("comment", body.finding()));
        return Flags.NONE;
    }
}
