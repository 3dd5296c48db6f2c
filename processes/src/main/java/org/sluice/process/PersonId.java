package org.sluice.process;

import java.util.UUID;

/** Identifies a person who works with Sluice; a person keeps it when account, post or unit change. */
public record PersonId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
