package org.sluice.process;

/** The request is well formed and allowed, but not in the present state, or not by the same pair of eyes (HTTP 409). */
public final class Conflict extends Refusal {

    public Conflict(String key, Object... arguments) {
        super("conflict." + key, arguments);
    }
}
