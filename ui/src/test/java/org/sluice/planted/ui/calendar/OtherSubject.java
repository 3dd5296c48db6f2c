package org.sluice.planted.ui.calendar;

/** What another subject keeps for itself. */
public class OtherSubject {}
