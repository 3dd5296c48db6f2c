package org.sluice.planted.intake;

/** An id that could be mixed up with any other text. */
record TextForId(String caseId) {}
