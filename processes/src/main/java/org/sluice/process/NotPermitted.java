package org.sluice.process;

/** The caller's role or unit does not give this right (HTTP 403). */
public final class NotPermitted extends Refusal {

    public NotPermitted(String key, Object... arguments) {
        super("notPermitted." + key, arguments);
    }
}
