package org.sluice.blacklist;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.blacklist.ReviewRelatedParty;
import org.sluice.process.blacklist.SupplierBlacklistProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Somebody looks at a supplier that stands behind a listed one, or before it, and restricts it or leaves it as it is. */
@Component
class ReviewRelatedPartyForm implements TaskForm<ReviewRelatedParty> {

    private static final String RESTRICTED = "RESTRICTED";

    /** Only these are better than restricted; all others are not ordered from anyhow. */
    private static final Set<String> RESTRICTABLE = Set.of("QUALIFIED", "PREFERRED");

    private final EntryStore store;
    private final RelatedParties related;
    private final Bars bars;
    private final Parameters parameters;
    private final ApplicationEventPublisher events;

    ReviewRelatedPartyForm(
            EntryStore store,
            RelatedParties related,
            Bars bars,
            Parameters parameters,
            ApplicationEventPublisher events) {
        this.store = store;
        this.related = related;
        this.bars = bars;
        this.parameters = parameters;
        this.events = events;
    }

    @Override
    public String key() {
        return SupplierBlacklistProcess.Task.REVIEW_RELATED_PARTY;
    }

    @Override
    public Class<ReviewRelatedParty> body() {
        return ReviewRelatedParty.class;
    }

    @Override
    public ReviewRelatedParty example(CaseId caseId) {
        return new ReviewRelatedParty(true, "The same people stand behind both; restricted until that changes.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of();
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(asked, parameters.whole("blacklist.related.due")));
    }

    @Override
    public TaskForm<ReviewRelatedParty> about(String item) {
        return new OfParty(UUID.fromString(item));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, ReviewRelatedParty body) {
        throw new IllegalStateException("Task " + key() + " does not say whom it is about");
    }

    private void answer(Actor actor, CaseId caseId, UUID item, ReviewRelatedParty body) {
        var entry = store.get(caseId);
        var review = related.get(caseId, item);
        if (review.restrict() != null) {
            throw new Conflict("decidedAlready");
        }
        // an entry that has ended in the meantime restricts nobody any more
        var restrict = Boolean.TRUE.equals(body.restrict()) && entry.state().isInForce();
        related.answer(review, restrict, Objects.requireNonNull(body.comment()), actor.id());
        if (restrict) {
            store.lockSupplier(review.related());
            if (RESTRICTABLE.contains(bars.unbarred(review.related()))) {
                bars.settle(review.related(), RESTRICTED);
            }
        }
        events.publishEvent(Auditable.of("blacklist.relatedReviewed", caseId, actor, "supplier " + review.code())
                .with("relatedSupplier", review.name())
                .with("restricted", restrict)
                .with("comment", body.comment()));
    }

    /** The form about one of them. */
    private final class OfParty implements TaskForm<ReviewRelatedParty> {

        private final UUID item;

        OfParty(UUID item) {
            this.item = item;
        }

        @Override
        public String key() {
            return ReviewRelatedPartyForm.this.key();
        }

        @Override
        public Class<ReviewRelatedParty> body() {
            return ReviewRelatedPartyForm.this.body();
        }

        @Override
        public ReviewRelatedParty example(CaseId caseId) {
            return ReviewRelatedPartyForm.this.example(caseId);
        }

        @Override
        public Set<String> notSameEyesAs() {
            return ReviewRelatedPartyForm.this.notSameEyesAs();
        }

        @Override
        public List<Term> terms(CaseId caseId, Instant asked) {
            return ReviewRelatedPartyForm.this.terms(caseId, asked);
        }

        @Override
        public LocalText subject(CaseId caseId) {
            return related.get(caseId, item).name();
        }

        @Override
        public Flags apply(Actor actor, CaseId caseId, ReviewRelatedParty body) {
            answer(actor, caseId, item, body);
            return Flags.NONE;
        }
    }
}
