package org.sluice.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** One requirement from the first letter to the hand-over, each step done by its person on the screens. */
@ExtendWith(ProductInBrowser.class)
class IntakeStoryTest {

    @Test
    void travelsFromItsFormToTheHandOver(Browser browser, Product product) {
        var requester = Person.signsIn(browser, "business-requester", Language.ZH);
        IntakeSteps.send(requester, Pictures.FOLDER.resolve("story-similar-zh-1440.png"))
                .isInState("SUBMITTED")
                .tells("requirement.submitted")
                .drawsItsToken();
        var caseId = browser.address().replaceAll(".*/", "");

        var lead = new CaseLead(product, caseId);
        var people = new ScreenLead(browser, lead.number(), role -> Language.ZH);
        var roles = new ArrayList<String>();
        for (var task = next(lead); !task.isMissingNode(); task = next(lead)) {
            roles.add(task.at("/candidateGroup").asText());
            var key = task.get("key").asText();
            IntakeSteps.fill(people.claims(task), key).complete(key);
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
            browser.photograph(Pictures.FOLDER.resolve("story-" + section + "-en-1440.png"));
        }
    }

    /** The task that waits; what procurement asks of whom is another story. */
    private static JsonNode next(CaseLead lead) {
        return lead.awaitTaskUnless(Set.of("APPROVED"));
    }
}
