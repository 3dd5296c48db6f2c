package org.sluice.blacklist;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.Problems;
import org.sluice.process.blacklist.RecordReply;
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

/** The supplier has answered, which ends the wait. */
@Component
class RecordReplyForm implements TaskForm<RecordReply> {

    private final EntryStore store;
    private final CaseFiles files;
    private final Parameters parameters;
    private final ApplicationEventPublisher events;

    RecordReplyForm(EntryStore store, CaseFiles files, Parameters parameters, ApplicationEventPublisher events) {
        this.store = store;
        this.files = files;
        this.parameters = parameters;
        this.events = events;
    }

    @Override
    public String key() {
        return SupplierBlacklistProcess.Task.RECORD_REPLY;
    }

    @Override
    public Class<RecordReply> body() {
        return RecordReply.class;
    }

    @Override
    public RecordReply example(CaseId caseId) {
        return new RecordReply("The supplier regrets it and names the person who is responsible.", store.today());
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(asked, parameters.whole("blacklist.reply.days")));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, RecordReply body) {
        files.lock(caseId);
        var entry = store.get(caseId);
        entry.mustBe(BlacklistState.NOTICED);
        var noticedOn = Objects.requireNonNull(entry.noticedOn());
        var receivedOn = Objects.requireNonNull(body.receivedOn());
        new Problems()
                .when(
                        receivedOn.isBefore(noticedOn) || receivedOn.isAfter(store.today()),
                        "receivedOn",
                        "blacklistDay",
                        noticedOn,
                        store.today())
                .orThrow();
        store.replied(caseId, Objects.requireNonNull(body.reply()), receivedOn);
        events.publishEvent(Auditable.of("blacklist.replied", caseId, actor, entry.subject())
                .with("repliedOn", receivedOn.toString())
                .with("reply", body.reply()));
        return Flags.NONE;
    }
}
