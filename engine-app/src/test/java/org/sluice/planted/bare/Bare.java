package org.sluice.planted.bare;

/** Public, in a package where anything may be null. */
public class Bare {}
