package org.sluice.process;

/** There is no such thing, or none that the caller could ever learn of (HTTP 404). */
public final class NotFound extends Refusal {

    /**
     * @param what the kind of thing, a key below {@code notFound.}: {@code case}, {@code task}, {@code product} …
     * @param reference what was asked for, repeated in the text if people know the thing by it; ids they do not
     */
    public NotFound(String what, String reference) {
        super("notFound." + what, reference);
    }
}
