package org.sluice.rules;

/** Whose will a rule is, from strong to weak: the law's, the supervisor's, the bank's own. */
public enum Layer {
    STATUTE,
    SUPERVISORY,
    POLICY
}
