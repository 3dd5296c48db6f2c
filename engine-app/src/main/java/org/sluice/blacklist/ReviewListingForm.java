package org.sluice.blacklist;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.blacklist.BlacklistListingProcess;
import org.sluice.process.blacklist.ReviewListing;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ahead of the end somebody looks whether the supplier has done what was asked of it. */
@Component
class ReviewListingForm implements TaskForm<ReviewListing> {

    private final EntryStore store;
    private final CaseFiles files;
    private final Parameters parameters;
    private final ApplicationEventPublisher events;

    ReviewListingForm(EntryStore store, CaseFiles files, Parameters parameters, ApplicationEventPublisher events) {
        this.store = store;
        this.files = files;
        this.parameters = parameters;
        this.events = events;
    }

    @Override
    public String key() {
        return BlacklistListingProcess.Task.REVIEW_LISTING;
    }

    @Override
    public Class<ReviewListing> body() {
        return ReviewListing.class;
    }

    @Override
    public ReviewListing example(CaseId caseId) {
        return new ReviewListing(true, "The supplier has done what was asked of it.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of();
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(asked, parameters.whole("blacklist.review.due")));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, ReviewListing body) {
        files.lock(caseId);
        var entry = store.get(caseId);
        entry.mustBe(BlacklistState.EFFECTIVE);
        store.reviewed(caseId, Boolean.TRUE.equals(body.conditionsMet()), Objects.requireNonNull(body.comment()));
        events.publishEvent(Auditable.of("blacklist.reviewed", caseId, actor, entry.subject())
                .with("conditionsMet", Boolean.TRUE.equals(body.conditionsMet()))
                .with("comment", body.comment()));
        return Flags.NONE;
    }
}
