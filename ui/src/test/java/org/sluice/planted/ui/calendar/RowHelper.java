package org.sluice.planted.ui.calendar;

/** A class whose name says nothing. */
class RowHelper {}
