package org.sluice.rules.facts;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.process.intake.SubjectType;

/** Whom the data of a job are about, and whether they are credit information. */
public record JobSubject(
        @Nullable Boolean creditInformation, @Nullable SubjectType subjectType) {

    private static final Set<SubjectType> PERSONS =
            EnumSet.of(SubjectType.PERSON, SubjectType.SELF_EMPLOYED, SubjectType.BOTH);

    /** Whether they are about people, self-employed ones among them; null when that is unknown. */
    public @Nullable Boolean aboutPersons() {
        return subjectType == null ? null : PERSONS.contains(subjectType);
    }
}
