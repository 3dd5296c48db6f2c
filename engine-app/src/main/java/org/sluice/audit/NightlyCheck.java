package org.sluice.audit;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.shared.Auditable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at the audit chain every night and leaves on record what it found: a record that says "whole" is sealed itself, so
 * that an auditor sees from when on a change was known.
 */
@Component
class NightlyCheck {

    /** As many as a person can look up; the rest is a number. */
    private static final int NAMED = 20;

    private static final Logger LOG = LoggerFactory.getLogger(NightlyCheck.class);

    private final Sealer sealer;
    private final ApplicationEventPublisher events;

    NightlyCheck(Sealer sealer, ApplicationEventPublisher events) {
        this.sealer = sealer;
        this.events = events;
    }

    /** Safe to run at any time and on several machines: it only reads, and adds one event. */
    @Scheduled(cron = "0 30 2 * * *", zone = "Asia/Shanghai")
    @Transactional
    public void check() {
        var check = sealer.check();
        if (check.broken().isEmpty()) {
            events.publishEvent(
                    Auditable.of("audit.chainWhole", null, null, "audit chain").with("seals", check.seals()));
            return;
        }
        var first = check.broken().stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        LOG.error(
                "The audit chain is broken at {} of {} seals, first at seal {}: a row was changed or taken away behind the product's back",
                check.broken().size(),
                check.seals(),
                first);
        events.publishEvent(Auditable.of("audit.chainBroken", null, null, "audit chain")
                .with("seals", check.seals())
                .with("brokenSeals", check.broken().size())
                .with("firstBroken", first));
    }
}
