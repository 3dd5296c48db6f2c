package org.sluice.blacklist;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.Problems;
import org.sluice.process.blacklist.BlacklistListingProcess;
import org.sluice.process.blacklist.RecordAppeal;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The supplier appeals against its entry. */
@Component
class RecordAppealForm implements TaskForm<RecordAppeal> {

    private final EntryStore store;
    private final Appeals appeals;
    private final CaseFiles files;
    private final Parameters parameters;
    private final ApplicationEventPublisher events;

    RecordAppealForm(
            EntryStore store,
            Appeals appeals,
            CaseFiles files,
            Parameters parameters,
            ApplicationEventPublisher events) {
        this.store = store;
        this.appeals = appeals;
        this.files = files;
        this.parameters = parameters;
        this.events = events;
    }

    @Override
    public String key() {
        return BlacklistListingProcess.Task.RECORD_APPEAL;
    }

    @Override
    public Class<RecordAppeal> body() {
        return RecordAppeal.class;
    }

    @Override
    public RecordAppeal example(CaseId caseId) {
        return new RecordAppeal("The supplier holds that the records are another company's.", store.today());
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of();
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(asked, parameters.whole("blacklist.appeal.days")));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, RecordAppeal body) {
        files.lock(caseId);
        var entry = store.get(caseId);
        entry.mustBe(BlacklistState.EFFECTIVE);
        var effectiveOn = Objects.requireNonNull(entry.effectiveOn());
        var receivedOn = Objects.requireNonNull(body.receivedOn());
        new Problems()
                .when(
                        receivedOn.isBefore(effectiveOn) || receivedOn.isAfter(store.today()),
                        "receivedOn",
                        "blacklistDay",
                        effectiveOn,
                        store.today())
                .orThrow();
        appeals.record(caseId, Objects.requireNonNull(body.grounds()), receivedOn, actor.id());
        store.state(caseId, BlacklistState.APPEALED);
        files.state(caseId, BlacklistState.APPEALED.name());
        events.publishEvent(Auditable.of("blacklist.appealed", caseId, actor, entry.subject())
                .with("receivedOn", receivedOn.toString())
                .with("grounds", body.grounds()));
        return Flags.NONE;
    }
}
