package org.sluice.process.procurement;

/** Whether one of the offers is taken. */
public enum OfferChoice {
    CHOSEN,
    NONE_FITS
}
