package org.sluice.process.admission;

/** What a field of a product is about; {@code UNTAGGED} until a steward has looked. */
public enum FieldTag {
    PUBLIC_REGISTRATION,
    PUBLIC_JUDGMENT,
    PUBLIC_PENALTY,
    ENTERPRISE_AGGREGATE,
    ENTERPRISE_DETAIL,
    PI_BASIC,
    PI_FINANCIAL,
    PI_SENSITIVE,
    PI_MINOR,
    AUTH_C3,
    IMPORTANT_CATALOGUE,
    STATISTIC,
    UNTAGGED;

    /** About a person who can be told from others (domain 3.3.4). */
    public boolean isPersonal() {
        return switch (this) {
            case PI_BASIC, PI_FINANCIAL, PI_SENSITIVE, PI_MINOR, AUTH_C3 -> true;
            default -> false;
        };
    }

    /** Sensitive personal information, whatever it says. */
    public boolean isSensitive() {
        return this == PI_SENSITIVE || this == PI_MINOR;
    }
}
