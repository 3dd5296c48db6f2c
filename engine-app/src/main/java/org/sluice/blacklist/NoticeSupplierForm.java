package org.sluice.blacklist;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.Problems;
import org.sluice.process.blacklist.NoticeSupplier;
import org.sluice.process.blacklist.SupplierBlacklistProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.sluice.shared.WorkingDays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Compliance tells the supplier what is held against it, and until when it may answer. */
@Component
class NoticeSupplierForm implements TaskForm<NoticeSupplier> {

    private final EntryStore store;
    private final BlacklistStart start;
    private final CaseFiles files;
    private final Parameters parameters;
    private final ApplicationEventPublisher events;

    NoticeSupplierForm(
            EntryStore store,
            BlacklistStart start,
            CaseFiles files,
            Parameters parameters,
            ApplicationEventPublisher events) {
        this.store = store;
        this.start = start;
        this.files = files;
        this.parameters = parameters;
        this.events = events;
    }

    @Override
    public String key() {
        return SupplierBlacklistProcess.Task.NOTICE_SUPPLIER;
    }

    @Override
    public Class<NoticeSupplier> body() {
        return NoticeSupplier.class;
    }

    @Override
    public NoticeSupplier example(CaseId caseId) {
        return new NoticeSupplier(
                "We intend to put you on our blacklist for the reason in the annex. You may answer within seven working days.",
                store.today());
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE, SupplierBlacklistProcess.Task.INVESTIGATE_SUPPLIER);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(asked, parameters.whole("blacklist.notice.due")));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, NoticeSupplier body) {
        files.lock(caseId);
        var entry = store.get(caseId);
        entry.mustBe(BlacklistState.INVESTIGATING);
        var sentOn = Objects.requireNonNull(body.sentOn());
        var proposedOn = entry.proposedAt().atZone(WorkingDays.ZONE).toLocalDate();
        new Problems()
                .when(
                        sentOn.isBefore(proposedOn) || sentOn.isAfter(store.today()),
                        "sentOn",
                        "blacklistDay",
                        proposedOn,
                        store.today())
                .orThrow();
        store.noticed(caseId, Objects.requireNonNull(body.notice()), sentOn);
        files.state(caseId, BlacklistState.NOTICED.name());
        events.publishEvent(Auditable.of("blacklist.noticed", caseId, actor, entry.subject())
                .with("noticedOn", sentOn.toString())
                .with("notice", body.notice()));
        return Flags.of(SupplierBlacklistProcess.REPLY_DUE, start.replyDue(caseId, sentOn));
    }
}
