package org.sluice.rules;

import java.util.Locale;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.rules.facts.CaseFacts;
import org.sluice.rules.facts.DataProductFacts;
import org.sluice.rules.facts.SupplierFacts;
import org.sluice.rules.facts.UsageFacts;

/** Rules that are asked together; each group has its folder and its facts. */
public enum RuleGroup {
    SUPPLIER(Role.SUPPLIER_REVIEWER, "供应商准入规则", "Rules of supplier admission"),
    DATA(Role.DATA_STEWARD, "数据准入规则", "Rules of data admission"),
    USAGE(Role.DATA_STEWARD, "数据使用规则", "Rules of use");

    private final Role keepsTheDossier;
    private final String zh;
    private final String en;

    RuleGroup(Role keepsTheDossier, String zh, String en) {
        this.keepsTheDossier = keepsTheDossier;
        this.zh = zh;
        this.en = en;
    }

    /** What people call it. */
    public LocalText label() {
        return new LocalText(zh, en);
    }

    /** Who supplies what is missing. */
    Role keepsTheDossier() {
        return keepsTheDossier;
    }

    /** Name of the folder and of the group in the tables. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RuleGroup of(CaseFacts facts) {
        if (facts instanceof SupplierFacts) {
            return SUPPLIER;
        }
        if (facts instanceof DataProductFacts) {
            return DATA;
        }
        if (facts instanceof UsageFacts) {
            return USAGE;
        }
        throw new IllegalArgumentException("no rules for " + facts.getClass().getSimpleName());
    }
}
