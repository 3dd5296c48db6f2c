package org.sluice.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/** A requirement's way to its hand-over, on the screens. */
final class IntakeSteps {

    private static final LocalDate NEEDED_BY =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).plusYears(1);

    private IntakeSteps() {}

    /** Fills in a requirement of tax data about small firms and sends it; looks at what is similar on the way. */
    static CasePage send(Person requester, Path picture) {
        var form = requester
                .newRequirement()
                .titled("小微企业经营评估所需税务数据")
                .forScenario("小微企业经营状况智慧评估", NEEDED_BY, "每年新增两千户小微企业客户")
                .aboutFirms()
                .needing("taxCreditGrade", "反映企业诚信");
        assertThat(form.similar()).contains(requester.text("similar.product"), "DP-");
        requester.browser().photograph(picture);
        return form.byPrivacyComputing(120_000).paidByTheLine(360_000).send();
    }

    static boolean knows(String task) {
        return switch (task) {
            case "confirmNeed", "confirmReuse", "confirmMerge", "giveOpinion" -> true;
            case "writeFeasibilityNote", "approveRequirement" -> true;
            default -> false;
        };
    }

    static TaskPage fill(TaskPage page, String task) {
        return switch (task) {
            case "confirmNeed" -> page.confirmNeed();
            case "confirmReuse" -> page.declineReuse("现有产品缺少所需字段");
            case "confirmMerge" -> page.declineMerge("用途不同，单独办理");
            case "giveOpinion" -> page.support("数据口径清楚，无不同意见");
            case "writeFeasibilityNote" -> page.findFeasible("多家供应商可提供，没有免费公开渠道");
            case "approveRequirement" -> page.approve("同意");
            default -> throw new AssertionError("Intake does not know the task " + task);
        };
    }
}
