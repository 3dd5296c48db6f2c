package org.sluice.process.evaluation;

/** What was found about the supplier's conduct; anything but NONE decides alone (一票否决). */
public enum SupplierConduct {
    NONE,
    UNLAWFUL_SOURCE,
    FORGED_DATA,
    BRIBERY
}
