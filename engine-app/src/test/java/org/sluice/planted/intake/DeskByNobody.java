package org.sluice.planted.intake;

import org.sluice.ui.operations.IncidentDesk;

/** A desk that no service keeps. */
abstract class DeskByNobody implements IncidentDesk {}
