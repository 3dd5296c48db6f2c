package org.sluice.process;

import java.util.UUID;

/** Identifies a case (办理事项): the thread from a wish to its end, the same in every process that serves it. */
public record CaseId(UUID value) {

    public static CaseId random() {
        return new CaseId(UUID.randomUUID());
    }

    /**
     * Reads a case id as it stands in an address or a process variable.
     *
     * @throws NotFound when the text is not a UUID: such a case cannot exist
     */
    public static CaseId of(String text) {
        try {
            return new CaseId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFound("case", text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
