package org.sluice.ui.parts;

import java.util.Locale;
import java.util.Map;

/** What a state means to the eye. A tone never stands without its word. */
public enum Tone {
    GOOD,
    RUNNING,
    WARNING,
    BAD,
    QUIET;

    private static final Map<String, Tone> BY_STATE = Map.ofEntries(
            Map.entry("APPROVED", GOOD),
            Map.entry("FULFILLED", GOOD),
            Map.entry("QUALIFIED", GOOD),
            Map.entry("PREFERRED", GOOD),
            Map.entry("ADMITTED", GOOD),
            Map.entry("LISTED", GOOD),
            Map.entry("SIGNED", GOOD),
            Map.entry("ACTIVE", GOOD),
            Map.entry("RELEASED", GOOD),
            Map.entry("CONFIRMED", GOOD),
            Map.entry("VERIFIED", GOOD),
            Map.entry("SUBMITTED", RUNNING),
            Map.entry("TRIAGED", RUNNING),
            Map.entry("SOURCING", RUNNING),
            Map.entry("UNDER_REVIEW", RUNNING),
            Map.entry("IN_TEST", RUNNING),
            Map.entry("IN_REVIEW", RUNNING),
            Map.entry("IN_PROGRESS", RUNNING),
            Map.entry("REQUESTED", RUNNING),
            Map.entry("AUTHORIZED", RUNNING),
            Map.entry("QUEUED", RUNNING),
            Map.entry("RUNNING", RUNNING),
            Map.entry("OPEN", RUNNING),
            Map.entry("SCORED", RUNNING),
            Map.entry("ISSUED", RUNNING),
            Map.entry("PROPOSED", RUNNING),
            Map.entry("INVESTIGATING", RUNNING),
            Map.entry("CONDITIONALLY_ADMITTED", WARNING),
            Map.entry("RESTRICTED", WARNING),
            Map.entry("DEGRADED", WARNING),
            Map.entry("OFFBOARDING", WARNING),
            Map.entry("EXPIRING", WARNING),
            Map.entry("RESULT_HELD", WARNING),
            Map.entry("PREFLIGHT", RUNNING),
            Map.entry("HELD", WARNING),
            Map.entry("TROUBLED", BAD),
            Map.entry("OBJECTED", WARNING),
            Map.entry("NOTICED", WARNING),
            Map.entry("APPEALED", WARNING),
            Map.entry("REJECTED", BAD),
            Map.entry("SUSPENDED", BAD),
            Map.entry("BLACKLISTED", BAD),
            Map.entry("TERMINATED", BAD),
            Map.entry("REFUSED", BAD),
            Map.entry("FAILED", BAD),
            Map.entry("EFFECTIVE", BAD));

    /** The tone of a state of domain section 2.8; everything that rests or has ended is quiet. */
    public static Tone ofState(String code) {
        return BY_STATE.getOrDefault(code, QUIET);
    }

    String cssClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
