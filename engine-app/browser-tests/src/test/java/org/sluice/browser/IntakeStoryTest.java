package org.sluice.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** One requirement from the first letter to the hand-over, each step done by its person on the screens. */
@ExtendWith(ProductInBrowser.class)
class IntakeStoryTest {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final LocalDate NEEDED_BY =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).plusYears(1);

    @Test
    void travelsFromItsFormToTheHandOver(Browser browser, Product product) {
        var requester = Person.signsIn(browser, "business-requester", Language.ZH);
        var form = requester
                .newRequirement()
                .titled("小微企业经营评估所需税务数据")
                .forScenario("小微企业经营状况智慧评估", NEEDED_BY, "每年新增两千户小微企业客户")
                .aboutFirms()
                .needing("taxCreditGrade", "反映企业诚信");
        assertThat(form.similar()).contains(Language.ZH.text("similar.product"), "DP-");
        browser.photograph(PICTURES.resolve("story-similar-zh-1440.png"));
        form.byPrivacyComputing(120_000)
                .paidByTheLine(360_000)
                .send()
                .isInState("SUBMITTED")
                .tells("requirement.submitted")
                .drawsItsToken();
        var caseId = browser.address().replaceAll(".*/", "");

        var roles = new ArrayList<String>();
        for (var task = next(product, caseId); !task.isMissingNode(); task = next(product, caseId)) {
            roles.add(task.at("/candidateGroup").asText());
            work(browser, product, caseId, task);
        }

        assertThat(roles)
                .startsWith("BUSINESS_OWNER")
                .endsWith("DATA_HEAD", "PROCUREMENT_HEAD", "FINANCE")
                .contains("DATA_INTAKE");
        Person.signsIn(browser, "business-requester", Language.ZH)
                .caseOf(caseId)
                .isInState("APPROVED")
                .tells("requirement.handedOver");
        var inEnglish =
                Person.signsIn(browser, "business-requester-2", Language.EN).caseOf(caseId);
        assertThat(inEnglish.isInState("APPROVED").thread()).contains(Language.EN.text("audit.requirement.handedOver"));
        for (var section : List.of("facts", "decisions", "diagram", "thread")) {
            browser.lookAt(By.cssSelector("section.case-" + section));
            browser.photograph(PICTURES.resolve("story-" + section + "-en-1440.png"));
        }
    }

    private static void work(Browser browser, Product product, String caseId, JsonNode task) {
        var key = task.get("key").asText();
        var account =
                task.get("candidateGroup").asText().toLowerCase(Locale.ROOT).replace('_', '-');
        var number = sheet(product, caseId).get("number").asText();
        var page = Person.signsIn(browser, account, Language.ZH)
                .inbox()
                .ofMyGroups()
                .search(number)
                .claim(key, number)
                .ofMine()
                .open(number)
                .standsBesideItsCase();
        fill(page, key).complete(key);
    }

    private static TaskPage fill(TaskPage page, String key) {
        return switch (key) {
            case "confirmNeed" -> page.confirmNeed();
            case "confirmReuse" -> page.declineReuse("现有产品缺少所需字段");
            case "confirmMerge" -> page.declineMerge("用途不同，单独办理");
            case "giveOpinion" -> page.support("数据口径清楚，无不同意见");
            case "writeFeasibilityNote" -> page.findFeasible("多家供应商可提供，没有免费公开渠道");
            case "approveRequirement" -> page.approve("同意");
            default -> throw new AssertionError("The story does not know the task " + key);
        };
    }

    /** The task that waits; missing once none will come any more. */
    private static JsonNode next(Product product, String caseId) {
        var seen = new ArrayList<JsonNode>();
        Waiting.until("the next task of " + caseId, () -> {
            var sheet = sheet(product, caseId);
            // what procurement asks of whom is another story
            var over = List.of("APPROVED", "REJECTED", "CLOSED", "FULFILLED", "WITHDRAWN")
                    .contains(sheet.get("state").asText());
            var waiting = over ? sheet.at("/nothing") : sheet.at("/openTasks/0");
            seen.clear();
            seen.add(waiting);
            return over || !waiting.isMissingNode();
        });
        return seen.get(0);
    }

    private static JsonNode sheet(Product product, String caseId) {
        return product.as("business-requester").get("cases/" + caseId);
    }
}
