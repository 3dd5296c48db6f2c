package org.sluice.rules.facts;

/** The three rights of data: to hold, to process and use, to run products. */
public enum DataRight {
    HOLDING,
    PROCESSING_USE,
    PRODUCT_OPERATION
}
