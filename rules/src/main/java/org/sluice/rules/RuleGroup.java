package org.sluice.rules;

import java.util.stream.Stream;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.rules.facts.CaseFacts;
import org.sluice.rules.facts.DataProductFacts;
import org.sluice.rules.facts.PrivacyJobFacts;
import org.sluice.rules.facts.SupplierFacts;
import org.sluice.rules.facts.UsageFacts;

/** Rules that are asked together; each group has its folder and its facts. */
public enum RuleGroup {
    SUPPLIER("supplier", Role.SUPPLIER_REVIEWER, "供应商准入规则", "Rules of supplier admission"),
    DATA("data", Role.DATA_STEWARD, "数据准入规则", "Rules of data admission"),
    USAGE("usage", Role.DATA_STEWARD, "数据使用规则", "Rules of use"),
    PRIVACY_JOB("privacyJob", Role.PRIVACY_ENGINEER, "隐私计算任务规则", "Rules of privacy jobs");

    private final String folder;
    private final Role keepsTheDossier;
    private final String zh;
    private final String en;

    RuleGroup(String folder, Role keepsTheDossier, String zh, String en) {
        this.folder = folder;
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
        return folder;
    }

    /** @throws IllegalArgumentException when no group has that {@link #folder} */
    public static RuleGroup named(String folder) {
        return Stream.of(values())
                .filter(each -> each.folder.equals(folder))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no group of rules is called " + folder));
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
        if (facts instanceof PrivacyJobFacts) {
            return PRIVACY_JOB;
        }
        throw new IllegalArgumentException("no rules for " + facts.getClass().getSimpleName());
    }
}
