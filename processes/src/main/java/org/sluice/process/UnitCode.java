package org.sluice.process;

import java.util.Locale;

/** The code of an organisation unit: {@code HO} for head office, a branch's code otherwise; always upper case. */
public record UnitCode(String value) {

    /** Head office: the unit whose offices work for the whole bank. */
    public static final UnitCode HEAD_OFFICE = new UnitCode("HO");

    public UnitCode {
        value = value.strip().toUpperCase(Locale.ROOT);
    }

    public boolean isHeadOffice() {
        return equals(HEAD_OFFICE);
    }

    @Override
    public String toString() {
        return value;
    }
}
