package org.sluice.shared;

import java.util.Map;
import org.sluice.process.CaseId;

/** A feature's words about its cases, for the case page; one bean per kind of case. */
public interface CaseFacts {

    /** True when the case has something that this feature can tell. */
    boolean knows(CaseId caseId);

    /** By message key below {@code fact.}, in reading order: Strings, LocalTexts, Numbers, Booleans. */
    Map<String, Object> facts(CaseId caseId);

    /** True when this person may take the case back now. */
    boolean mayWithdraw(Actor actor, CaseId caseId);
}
