package org.sluice.shared;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluice.process.CaseId;
import org.sluice.process.Money;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.SubjectType;

/**
 * What a case wants data for, for features that know nothing of requirements; the feature that keeps them answers.
 */
public interface Demand {

    /**
     * The most sensitive of all that a case serves: its own wish, what was merged into it and what joins its purchase.
     *
     * @param subjectType BOTH where they are about different subjects
     * @param amount what the case is about now
     */
    record Served(boolean containsPersonalInfo, int jrLevel, SubjectType subjectType, Optional<Money> amount) {}

    /** As it was sent; empty when the case is about no requirement. */
    Optional<RequirementForm> form(CaseId caseId);

    /** Empty when the case is about no requirement. */
    Optional<Served> served(CaseId caseId);

    /** Cases in which somebody is asked now whether this listed product serves the wish, so that nothing is bought. */
    List<CaseId> mayBeServedBy(UUID product);
}
