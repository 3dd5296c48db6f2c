package org.sluice.privacy;

import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.privacy.PrivacyMethod;
import org.sluice.process.privacy.PrivacyOutput;

/** What each side of a job will know afterwards, and against whom its method holds; one sentence each, for approvers. */
final class Learning {

    private Learning() {}

    static LocalText ofBank(PrivacyJob job) {
        var partner = job.partner().name();
        if (isLookUp(job)) {
            return new LocalText(
                    "银行将得知自己的标识中哪些也在%s的数据中、对方去重后的标识数，以及自上次查询以来对方新增和移除的数量。".formatted(partner.zh()),
                    "The bank will know which of its own identifiers %s holds too, how many distinct ones it has, and how many came and went since the bank last looked."
                            .formatted(partner.en()));
        }
        return ofBank(job.output(), partner);
    }

    private static LocalText ofBank(PrivacyOutput output, LocalText partner) {
        return switch (output) {
            case BANK_LEARNS, BOTH_LEARN ->
                new LocalText(
                        "银行将得知自己的标识中哪些也在%s的数据中，以及对方去重后的标识数。".formatted(partner.zh()),
                        "The bank will know which of its own identifiers %s holds too, and how many distinct ones it has."
                                .formatted(partner.en()));
            case NUMBER_ONLY ->
                new LocalText(
                        "银行将得知双方共有的标识数，以及%s去重后的标识数，没有任何清单。".formatted(partner.zh()),
                        "The bank will know how many identifiers both have in common and how many %s has, and no list."
                                .formatted(partner.en()));
            case SUM ->
                new LocalText(
                        "银行将得知双方共有的标识数、自己的数值在这些标识上的合计，以及%s去重后的标识数，没有任何清单；共有标识过少时只得知过少。".formatted(partner.zh()),
                        "The bank will know how many identifiers both have in common, what its own values of these add up to, and how many %s has, and no list; where too few are in common, only that."
                                .formatted(partner.en()));
        };
    }

    static LocalText ofPartner(PrivacyJob job) {
        var partner = job.partner().name();
        if (isLookUp(job)) {
            return new LocalText(
                    "%s只得知银行去重后的标识数，以及银行上次查询的是哪个版本。".formatted(partner.zh()),
                    "%s will know how many distinct identifiers the bank has and which version it looked at last, and nothing else."
                            .formatted(partner.en()));
        }
        return ofPartner(job.output(), partner);
    }

    private static boolean isLookUp(PrivacyJob job) {
        return job.choice() != null && job.choice().method() == PrivacyMethod.UNBALANCED;
    }

    private static LocalText ofPartner(PrivacyOutput output, LocalText partner) {
        return switch (output) {
            case BANK_LEARNS ->
                new LocalText(
                        "%s只得知银行去重后的标识数。".formatted(partner.zh()),
                        "%s will know how many distinct identifiers the bank has, and nothing else."
                                .formatted(partner.en()));
            case BOTH_LEARN ->
                new LocalText(
                        "%s将得知自己的标识中哪些也在银行的数据中，以及银行去重后的标识数。".formatted(partner.zh()),
                        "%s will know which of its own identifiers the bank holds too, and how many distinct ones it has."
                                .formatted(partner.en()));
            case NUMBER_ONLY ->
                new LocalText(
                        "%s将得知双方共有的标识数，以及银行去重后的标识数，没有任何清单。".formatted(partner.zh()),
                        "%s will know how many identifiers both have in common and how many the bank has, and no list."
                                .formatted(partner.en()));
            case SUM ->
                new LocalText(
                        "%s将得知双方共有的标识数，以及银行去重后的标识数，不得知任何数值，也没有任何清单。".formatted(partner.zh()),
                        "%s will know how many identifiers both have in common and how many the bank has, no value and no list."
                                .formatted(partner.en()));
        };
    }

    /** @param method null before one is chosen */
    static LocalText assumption(@Nullable PrivacyMethod method, PrivacyOutput output) {
        if (method == null) {
            return new LocalText("尚未选定协议。", "No protocol is chosen yet.");
        }
        if (output == PrivacyOutput.SUM) {
            return new LocalText(
                    "仅对遵守协议的对方安全（半诚实）：银行若编造数值，每次运行可得知约四十个标识是否在对方数据中；对方若不守协议，可得知自己的标识中哪些在银行数据中，可使合计有误或不给出，或每次运行试猜一个数值；只有猜错才会被察觉。",
                    "Holds against a peer that follows the protocol (semi-honest): a bank that makes up values can find out of some forty identifiers a run whether the partner holds them; a partner that breaks it can find out which of its own identifiers the bank holds, spoil or withhold the sum, or try one guess at a value a run. Only a wrong guess is noticed.");
        }
        if (method == PrivacyMethod.UNBALANCED) {
            return new LocalText(
                    "银行的标识即使面对不守协议的对方也不会泄露；每次运行中，银行至多能查询其申报数量的标识。对方可谎报自己的集合。",
                    "The bank's identifiers stay safe even from a peer that breaks the protocol; in a run the bank can look up no more of them than it announces. The peer can lie about its own set.");
        }
        return method == PrivacyMethod.RR22_MALICIOUS
                ? new LocalText(
                        "即使对方不按协议行事，本方的标识也不会泄露；对方仍可谎报自己的集合。",
                        "A side's identifiers stay safe even from a peer that breaks the protocol; it can still lie about its own set.")
                : new LocalText(
                        "仅对遵守协议的对方安全（半诚实）：不守协议的一方可多试标识或使结果有误，且无法察觉。",
                        "Holds against a peer that follows the protocol (semi-honest): one that does not can try more identifiers or spoil the result, unnoticed.");
    }
}
