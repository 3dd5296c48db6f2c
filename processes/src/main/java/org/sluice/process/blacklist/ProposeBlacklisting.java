package org.sluice.process.blacklist;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * Somebody proposes a supplier for the blacklist.
 *
 * @param severity one that the reason knows
 * @param evidence what is known, and where it is on file
 * @param origin number of the case that it comes from, if there is one
 */
public record ProposeBlacklisting(
        @Nullable BlacklistReason reason,
        @Nullable BlacklistSeverity severity,
        @Nullable String evidence,
        @Nullable String origin)
        implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("reason", reason)
                .required("severity", severity)
                .required("evidence", evidence)
                .atMost("evidence", evidence, 4000);
        if (reason != null && severity != null) {
            problems.when(!reason.severities().contains(severity), "severity", "severityOfReason", reason.severities());
        }
    }
}
