package org.sluice.evaluation;

import org.jspecify.annotations.Nullable;
import org.sluice.process.blacklist.BlacklistReason;
import org.sluice.process.blacklist.BlacklistSeverity;
import org.sluice.process.evaluation.IncidentLevel;

/** What a veto means to others: for which reason its supplier is proposed for the blacklist, and why the product leaves. */
final class Vetoes {

    /** A data incident that the supplier caused, larger or worse; the other vetoes are kinds of conduct. */
    static final String DATA_INCIDENT = "DATA_INCIDENT";

    static final String UNLAWFUL_SOURCE = "UNLAWFUL_SOURCE";

    private Vetoes() {}

    static BlacklistReason reason(@Nullable String veto) {
        return switch (veto == null ? "" : veto) {
            case DATA_INCIDENT -> BlacklistReason.DATA_LEAK;
            case UNLAWFUL_SOURCE -> BlacklistReason.UNLAWFUL_SOURCE;
            case "FORGED_DATA" -> BlacklistReason.FAKE_DATA;
            case "BRIBERY" -> BlacklistReason.BRIBERY;
            default -> BlacklistReason.POOR_PERFORMANCE;
        };
    }

    static String severity(@Nullable String veto, IncidentLevel worst) {
        return DATA_INCIDENT.equals(veto) && worst != IncidentLevel.NONE
                ? worst.name()
                : BlacklistSeverity.ORDINARY.name();
    }
}
