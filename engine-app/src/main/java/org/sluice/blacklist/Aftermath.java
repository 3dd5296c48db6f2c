package org.sluice.blacklist;

import java.util.Objects;
import org.sluice.process.blacklist.BlacklistLiftingProcess;
import org.sluice.process.blacklist.SupplierBlacklistProcess;
import org.sluice.shared.Auditable;
import org.sluice.shared.Flow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends what an entry that is over has left behind, so that nobody is asked about it any more. */
@Component
class Aftermath {

    private final Liftings liftings;
    private final RelatedParties related;
    private final Flow flow;
    private final ApplicationEventPublisher events;

    Aftermath(Liftings liftings, RelatedParties related, Flow flow, ApplicationEventPublisher events) {
        this.liftings = liftings;
        this.related = related;
        this.flow = flow;
        this.events = events;
    }

    /** The entry has ended in another way than by the lifting that may be open. */
    void endLifting(Entry entry) {
        liftings.open(entry.caseId()).ifPresent(lifting -> {
            liftings.end(lifting, false);
            flow.send(BlacklistLiftingProcess.Message.LIFTING_OVERTAKEN, entry.caseId());
            events.publishEvent(Auditable.of("blacklist.liftingOvertaken", entry.caseId(), null, entry.subject()));
        });
    }

    /** An entry that has ended restricts nobody: related parties that were not looked at yet need not be any more. */
    void endReviews(Entry entry) {
        if (related.of(entry.caseId()).stream()
                .map(RelatedParties.Review::restrict)
                .anyMatch(Objects::isNull)) {
            flow.send(SupplierBlacklistProcess.Message.RELATED_REVIEWS_OVER, entry.caseId());
            events.publishEvent(Auditable.of("blacklist.relatedReviewsOver", entry.caseId(), null, entry.subject()));
        }
    }
}
