package org.sluice.privacy;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Who looks at which case's match tests just now. */
@Component
class MatchTestWatchers extends CaseWatchers {

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void happened(MatchTestMoved moved) {
        tell(moved.caseId());
    }
}
