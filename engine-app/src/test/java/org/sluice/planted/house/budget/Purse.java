package org.sluice.planted.house.budget;

/** What another feature reaches for. */
public class Purse {}
