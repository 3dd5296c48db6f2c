package org.sluice.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** What single screens promise. */
@ExtendWith(ProductInBrowser.class)
class ScreensTest {

    @Test
    void refusesAWrongPasswordAndTellsSo(Browser browser) {
        browser.open("login");
        Person.enter(browser, "business-requester", "guess");

        browser.until("why it failed", () -> browser.deepWordsOf("vaadin-login-form-wrapper")
                .contains(Language.ZH.text("shell.login.failedText")));
    }

    @Test
    void signsOut(Browser browser) {
        Person.signsIn(browser, "business-requester", Language.ZH).signsOut();

        browser.open("tasks");
        assertThat(browser.address()).contains("/login");
    }

    @Test
    void switchesTheWholePageToTheOtherLanguage(Browser browser) {
        var reader = Person.signsIn(browser, "audit", Language.ZH);
        browser.open("products");
        browser.see(Labels.heading("数据产品"));

        var inEnglish = reader.choosing(Language.EN);
        browser.see(Labels.heading("Data products"));
        assertThat(browser.frameWords()).doesNotContainPattern("\\p{IsHan}");

        inEnglish.choosing(Language.ZH);
        browser.see(Labels.heading("数据产品"));
    }

    @Test
    void tellsAtEachFieldWhatIsMissing(Browser browser) {
        Person.signsIn(browser, "business-requester", Language.EN)
                .newRequirement()
                .titled("Half a requirement")
                .sendInVain();

        assertThat(browser.address()).endsWith("/requirements/new");
        assertThat(browser.all(By.cssSelector("[invalid]"))).hasSizeGreaterThan(5);
    }

    @Test
    void hidesABranchsTaskFromTheOwnerOfAnother(Browser browser, Product product) {
        var number = number(product.as("br01-business-requester").sendExample("Only for the first branch", "BR01"));

        Person.signsIn(browser, "br02-business-owner", Language.ZH)
                .inbox()
                .ofMyGroups()
                .search(number)
                .showsNothing();
        assertThat(Person.signsIn(browser, "br01-business-owner", Language.ZH)
                        .inbox()
                        .ofMyGroups()
                        .search(number)
                        .open(number))
                .isNotNull();
    }

    @Test
    void givesNoOneElseABranchsCase(Browser browser, Product product) {
        var caseId = caseId(product.as("br01-business-requester").sendExample("Not for other branches", "BR01"));
        Person.signsIn(browser, "br02-business-owner", Language.ZH);

        browser.open("cases/" + caseId);

        browser.see(Labels.heading(Language.ZH.text("shell.error.refused")));
        assertThat(browser.words()).doesNotContain("Not for other branches");
    }

    @Test
    void takesARequirementBackForTheOneWhoSentIt(Browser browser, Product product) {
        var sent = product.as("business-requester").sendExample("Called off again", "HO");
        var page = Person.signsIn(browser, "business-requester", Language.ZH).caseOf(caseId(sent));

        page.withdraw("市场活动取消");

        page.isInState("WITHDRAWN").tells("requirement.withdrawn");
        assertThat(page.thread()).contains("市场活动取消");
        assertThat(page.canBeWithdrawn()).isFalse();
    }

    @Test
    void closesARequirementWhoseOwnerKeepsSilent(Browser browser, Product product) {
        var sent = product.as("br02-business-requester").sendExample("Nobody answers", "BR02");
        var requester = Person.signsIn(browser, "br02-business-requester", Language.ZH);
        var clock = requester.clock();
        var before = clock.shows();

        clock.goesOnWorkingDays(6);

        assertThat(clock.shows()).isNotEqualTo(before);
        requester.caseOf(caseId(sent)).tells("requirement.ownerReminded");
        requester.clock().goesOnWorkingDays(5);
        requester.caseOf(caseId(sent)).isInState("CLOSED").comesToSay(Language.ZH.text("outcome.closedUnanswered"));
    }

    @Test
    void showsTheOperatorWhatTheEngineCouldNotDo(Browser browser) {
        Person.signsIn(browser, "platform-ops", Language.EN);

        browser.click(Labels.entry(Language.EN.text("shell.nav.incidents")));

        browser.see(Labels.heading(Language.EN.text("operations.incidents")));
        browser.reads(Language.EN.text("operations.incidents.none"));
    }

    @Test
    void keepsTheOperatorsPageFromOthers(Browser browser) {
        Person.signsIn(browser, "business-requester", Language.ZH);

        browser.open("incidents");

        browser.see(Labels.heading(Language.ZH.text("shell.error.denied")));
    }

    private static String caseId(JsonNode receipt) {
        return receipt.get("caseId").asText();
    }

    private static String number(JsonNode receipt) {
        return receipt.get("requirementNo").asText();
    }
}
