package org.sluice.planted.intake;

/** A class whose name says nothing. */
class RowHelper {}
