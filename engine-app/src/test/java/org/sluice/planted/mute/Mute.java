package org.sluice.planted.mute;

/** In a package that does not say what it is for. */
class Mute {}
