package org.sluice.process.blacklist;

import java.util.List;

/** Why a supplier is proposed for the blacklist: the reason codes of the table {@code blacklistDuration}. */
public enum BlacklistReason {
    BID_RIGGING(BlacklistSeverity.ORDINARY, BlacklistSeverity.SERIOUS),
    BRIBERY(BlacklistSeverity.ORDINARY),
    FORGERY(BlacklistSeverity.ORDINARY),
    FAKE_DATA(BlacklistSeverity.ORDINARY),
    UNLAWFUL_SOURCE(BlacklistSeverity.ORDINARY, BlacklistSeverity.AUTHORITY_RULING),
    DATA_LEAK(
            BlacklistSeverity.GENERAL,
            BlacklistSeverity.LARGER,
            BlacklistSeverity.MAJOR,
            BlacklistSeverity.ESPECIALLY_MAJOR),
    BEYOND_SCOPE_USE(BlacklistSeverity.ORDINARY),
    REFUSE_AUDIT(BlacklistSeverity.ORDINARY),
    NO_DELETION(BlacklistSeverity.ORDINARY),
    UNILATERAL_STOP(BlacklistSeverity.ORDINARY),
    REFUSE_CONTRACT(BlacklistSeverity.ORDINARY),
    POOR_PERFORMANCE(BlacklistSeverity.ORDINARY),
    SLANDER_OF_COMPETITOR(BlacklistSeverity.ORDINARY);

    @SuppressWarnings("ImmutableEnumChecker") // what List.of gives is immutable
    private final List<BlacklistSeverity> severities;

    BlacklistReason(BlacklistSeverity... severities) {
        this.severities = List.of(severities);
    }

    /** What its severity may be, the least first. */
    public List<BlacklistSeverity> severities() {
        return severities;
    }
}
