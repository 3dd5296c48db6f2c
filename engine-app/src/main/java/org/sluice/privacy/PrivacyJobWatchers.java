package org.sluice.privacy;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Who looks at which case's privacy job just now. */
@Component
class PrivacyJobWatchers extends CaseWatchers {

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void happened(PrivacyJobMoved moved) {
        tell(moved.caseId());
    }
}
