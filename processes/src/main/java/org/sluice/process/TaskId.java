package org.sluice.process;

/** Identifies a user task; the engine chooses the text, nobody else reads meaning into it. */
public record TaskId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
