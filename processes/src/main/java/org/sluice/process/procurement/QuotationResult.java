package org.sluice.process.procurement;

/** Whether the market has answered as the method asks. */
public enum QuotationResult {
    COMPLETE,
    TOO_FEW
}
