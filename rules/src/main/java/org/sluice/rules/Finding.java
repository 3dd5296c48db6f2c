package org.sluice.rules;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sluice.process.LocalText;
import org.sluice.process.Role;

/**
 * Something that stands against a case, or that nobody knows yet.
 *
 * @param id id of the rule, or {@code X-MISS-<field>} for a missing fact
 * @param release the release of the rule book that found it, see {@link RuleBook#release}
 * @param waivable whether it may be waived at all; by whom is another table's matter
 * @param reviewGroups who settles it when it is MANUAL, or may waive it; empty for what nobody settles
 * @param text what was found
 * @param legalRefs refs of clauses and codes of standards; {@code house policy} where the bank itself wants it
 * @param evidence field to value, in alphabetical order; never a person's data
 * @param remedy what has to be done about it
 */
public record Finding(
        String id,
        String release,
        Severity severity,
        Layer layer,
        boolean waivable,
        List<Role> reviewGroups,
        LocalText text,
        List<String> legalRefs,
        SortedMap<String, String> evidence,
        LocalText remedy) {

    /** Prefix of the ids of findings about missing facts. */
    public static final String MISSING = "X-MISS-";

    public Finding {
        reviewGroups = List.copyOf(reviewGroups);
        legalRefs = List.copyOf(legalRefs);
        evidence = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
    }

    /** True when no rule was broken but a fact was not there. */
    public boolean isMissingFact() {
        return id.startsWith(MISSING);
    }
}
