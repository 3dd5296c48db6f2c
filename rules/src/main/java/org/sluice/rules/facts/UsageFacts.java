package org.sluice.rules.facts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known about a use of a listed product that somebody asks for. */
public record UsageFacts(RequestedUse use, UsedData data) implements CaseFacts {

    /**
     * Reads facts by name, each as its type or as its text; what is not named is unknown.
     *
     * @throws IllegalArgumentException when a name is no fact of a use, or a value does not fit
     */
    public static UsageFacts of(Map<String, ? extends @Nullable Object> known) {
        var facts = new KnownFacts(known);
        var read = new UsageFacts(facts.part(RequestedUse.class), facts.part(UsedData.class));
        facts.requireAllRead();
        return read;
    }

    @Override
    public List<Record> parts() {
        return List.of(use, data);
    }
}
