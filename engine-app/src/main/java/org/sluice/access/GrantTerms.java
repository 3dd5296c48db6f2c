package org.sluice.access;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.WorkingDays;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends the grants whose time is over, and puts on record which end soon. Each is a transaction of its own,
 * so that one that fails keeps no other from ending; run again, or on two machines, it changes nothing.
 */
@Component
class GrantTerms {

    private static final Logger LOG = LoggerFactory.getLogger(GrantTerms.class);

    private final GrantStore store;
    private final UsageGrants grants;
    private final Parameters parameters;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GrantTerms(
            GrantStore store, UsageGrants grants, Parameters parameters, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.grants = grants;
        this.parameters = parameters;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Every minute: two looks at an index; a demo whose clock is moved ahead does not wait for the night. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void run() {
        var today = WorkingDays.today(clock);
        store.overdue(today).forEach(grant -> each(() -> grants.expire(grant)));
        store.ending(today.plusDays(parameters.whole("access.grant.remindDays")))
                .forEach(grant -> each(() -> grants.remind(grant)));
    }

    private void each(Runnable step) {
        try {
            transaction.executeWithoutResult(status -> step.run());
        } catch (RuntimeException e) {
            LOG.error("A grant could not be ended or reminded of; it is tried again", e);
        }
    }
}
