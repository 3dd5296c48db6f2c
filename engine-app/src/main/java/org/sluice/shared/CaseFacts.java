package org.sluice.shared;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sluice.process.CaseId;

/** A feature's words about its cases, for the case page; one bean per kind of case. */
public interface CaseFacts {

    /**
     * Facts of which there are several alike.
     *
     * @param label message key below {@code fact.}
     * @param rows as {@link #facts} gives them, each with what it has
     */
    record Table(String label, List<Map<String, Object>> rows) {}

    /**
     * Where a case stands while nobody is asked.
     *
     * @param what message key below {@code standing.}
     * @param at the day that the sentence names
     */
    record Standing(String what, Instant at) {}

    /** True when the case has something that this feature can tell. */
    boolean knows(CaseId caseId);

    /** By message key below {@code fact.}, in reading order: Strings, LocalTexts, Numbers, Booleans. */
    Map<String, Object> facts(CaseId caseId);

    /** Those that have a row, in reading order. */
    List<Table> tables(CaseId caseId);

    /** Empty when an open task says it, or when the case is closed. */
    Optional<Standing> standing(CaseId caseId);

    /** True when this person may take the case back now. */
    boolean mayWithdraw(Actor actor, CaseId caseId);
}
