package org.sluice.planted.nameless;

/** In a package that says nothing at all. */
class Nameless {}
