package org.sluice.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page of one case, or the same parts of it beside a task. */
final class CasePage {

    private final Person person;
    private final Browser browser;

    CasePage(Person person) {
        this.person = person;
        browser = person.browser();
        browser.see(By.cssSelector("section.case-thread"));
    }

    /** Waits for what the engine does by itself: opens the page anew until it says so. */
    CasePage comesToSay(String text) {
        browser.until("a case that says " + text, () -> {
            if (browser.says(text)) {
                return true;
            }
            browser.run("location.reload()");
            browser.settle();
            browser.see(By.cssSelector("section.case-thread"));
            return browser.says(text);
        });
        return this;
    }

    CasePage isInState(String state) {
        return comesToSay(person.text("state." + state));
    }

    /** The thread tells this step. */
    CasePage tells(String action) {
        return comesToSay(person.text("audit." + action));
    }

    /** The diagram is drawn with its token, and where it stands is said below in words. */
    CasePage drawsItsToken() {
        browser.see(By.cssSelector("sluice-bpmn-diagram svg .djs-shape"));
        browser.until(
                "a token in words",
                () -> browser.see(By.cssSelector(".bpmn-waits")).getText().contains("▶ "));
        return this;
    }

    MatchTestPart matchTest() {
        return new MatchTestPart(person);
    }

    AdmissionsPart admissions() {
        return new AdmissionsPart(person);
    }

    /** The names of what the tables have decided, in order. */
    List<String> decisions() {
        return browser.all(By.cssSelector("section.case-decisions .decision > h3")).stream()
                .map(WebElement::getText)
                .toList();
    }

    boolean canBeWithdrawn() {
        return browser.sees(Labels.button(person.text("cases.withdraw")));
    }

    String thread() {
        return browser.see(By.cssSelector("section.case-thread")).getText();
    }

    void withdraw(String reason) {
        browser.press(person.text("cases.withdraw"));
        new Form(browser).type(person.text("cases.withdraw.reason"), reason);
        browser.click(Labels.buttonOfDialog(person.text("cases.withdraw")));
        browser.until("a closed dialog", () -> !browser.sees(Labels.OPEN_DIALOG));
        browser.see(By.cssSelector("section.case-thread"));
    }
}
