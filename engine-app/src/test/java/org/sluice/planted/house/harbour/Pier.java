package org.sluice.planted.house.harbour;

/** Makes the package a module. */
public class Pier {}
