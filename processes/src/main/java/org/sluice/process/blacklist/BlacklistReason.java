package org.sluice.process.blacklist;

import java.util.List;

/** Why a supplier is proposed for the blacklist: the reason codes of the table {@code blacklistDuration}. */
public enum BlacklistReason {
    BID_RIGGING,
    BRIBERY,
    FORGERY,
    FAKE_DATA,
    UNLAWFUL_SOURCE,
    DATA_LEAK,
    BEYOND_SCOPE_USE,
    REFUSE_AUDIT,
    NO_DELETION,
    UNILATERAL_STOP,
    REFUSE_CONTRACT,
    POOR_PERFORMANCE,
    SLANDER_OF_COMPETITOR;

    /** What its severity may be, the least first. */
    public List<BlacklistSeverity> severities() {
        return switch (this) {
            case BID_RIGGING -> List.of(BlacklistSeverity.ORDINARY, BlacklistSeverity.SERIOUS);
            case UNLAWFUL_SOURCE -> List.of(BlacklistSeverity.ORDINARY, BlacklistSeverity.AUTHORITY_RULING);
            case DATA_LEAK ->
                List.of(
                        BlacklistSeverity.GENERAL,
                        BlacklistSeverity.LARGER,
                        BlacklistSeverity.MAJOR,
                        BlacklistSeverity.ESPECIALLY_MAJOR);
            default -> List.of(BlacklistSeverity.ORDINARY);
        };
    }
}
