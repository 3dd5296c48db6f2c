package org.sluice.planted.house.market;

import org.sluice.planted.house.budget.Purse;

/** Reaches over the wall. */
public class Stall {

    private final Purse purse;

    Stall(Purse purse) {
        this.purse = purse;
    }

    Purse purse() {
        return purse;
    }
}
