package org.sluice.process.access;

import java.util.Arrays;
import java.util.List;

/** Why the use of a product stops, for a while or for good. */
public enum StopReason {
    /** Another product serves it now. */
    MOVED(false),
    PRODUCT_EXIT(false),
    SUPPLIER_LISTED(true),
    BAD_QUALITY(true),
    MISUSE(true),
    NOT_NEEDED(true),
    CONSENT_OR_LAW(true),
    TERM_OVER(false),
    OTHER(true);

    private final boolean ofPeople;

    StopReason(boolean ofPeople) {
        this.ofPeople = ofPeople;
    }

    /** Those that a person may give; by the others the house knows again what it has done itself. */
    public static List<StopReason> ofPeople() {
        return Arrays.stream(values()).filter(reason -> reason.ofPeople).toList();
    }
}
