package org.sluice.admission;

import java.util.UUID;
import org.sluice.process.CaseId;
import org.sluice.process.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the models whom they ask about findings. */
@Service
public class Reviewers {

    /** A review and whose it is. */
    public record Asked(UUID review, Role role) {}

    private final AdmissionStore store;
    private final FindingReviews reviews;

    Reviewers(AdmissionStore store, FindingReviews reviews) {
        this.store = store;
        this.reviews = reviews;
    }

    /**
     * For a step that begins all reviews in one transaction, so that none is answered meanwhile.
     *
     * @param place among the reviews that are asked now in the case's open admission, from 0
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Asked nth(CaseId caseId, AdmissionKind kind, int place) {
        var review = reviews.asked(store.open(caseId, kind)).get(place);
        return new Asked(review.id(), review.group());
    }
}
