package org.sluice.ui.procurement;

import java.util.List;
import org.sluice.process.LocalText;
import org.sluice.process.TaskId;

/** Of whom and of what an offer can be, for the person who records offers. */
public interface QuotationDesk {

    /** A code with the name in both languages. */
    record Named(String code, LocalText name) {

        /** By name, as people know it, and by the code that tells it from others of the same name. */
        public LocalText called() {
            return new LocalText(name.zh() + " · " + code, name.en() + " · " + code);
        }
    }

    /**
     * Of all suppliers those of which every word is a part of the code or of a name in either language; those that
     * deliver what the purchase is about come first.
     *
     * @param text may be empty: all suppliers
     * @throws org.sluice.process.NotFound when the task is no open one that asks for offers
     */
    List<Named> suppliers(TaskId task, String text, int offset, int limit);

    /**
     * What the bank may buy of the supplier, by code.
     *
     * @throws org.sluice.process.NotFound as {@link #suppliers}
     */
    List<Named> products(TaskId task, String supplierCode);
}
