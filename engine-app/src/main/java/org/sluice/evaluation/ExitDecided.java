package org.sluice.evaluation;

import java.util.UUID;
import org.sluice.process.CaseId;

/**
 * It was decided that a product leaves use.
 *
 * @param evaluation the case that decided it
 * @param trigger why: RECTIFICATION_FAILED, GRADE_D, SECURITY_INCIDENT, IDLE or CONTRACT_END
 * @param urgent it may not be used any longer
 */
public record ExitDecided(UUID product, CaseId evaluation, String trigger, boolean urgent) {}
