package org.sluice.catalog;

import java.util.UUID;

/** Identifies a data product for other features; people use its code. */
public record ProductId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
