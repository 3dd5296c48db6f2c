package org.sluice.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.openqa.selenium.By;

/** The match test on its case's page, which keeps itself up: nothing here opens the page anew. */
final class MatchTestPart {

    private static final By PART = By.cssSelector("section.match-tests");
    private static final String MARK = "sluiceSeenSince";

    private final Person person;
    private final Browser browser;

    MatchTestPart(Person person) {
        this.person = person;
        browser = person.browser();
        browser.see(PART);
        browser.run("window." + MARK + " = true");
    }

    /** A worker computes, and the page shows how far it is. */
    MatchTestPart showsProgress() {
        browser.see(By.cssSelector("section.match-tests progress"));
        return this;
    }

    /** Waits for the same page to tell what came of it. */
    MatchTestPart comesToAgree() {
        browser.until("both agree", () -> words().contains(person.text("privacy.agree")));
        assertThat(browser.run("return window." + MARK + " === true"))
                .as("the page has not been opened anew")
                .isEqualTo(true);
        return this;
    }

    /** Both sides' figures, the bank's first. */
    MatchTestPart tells(String bankSize, String supplierSize, String matched) {
        var bank = "%s\n%s\n%s\n%s\n%s\n%s\n".formatted(own(), bankSize, peer(), supplierSize, common(), matched);
        var supplier = "%s\n%s\n%s\n%s\n%s\n%s\n".formatted(own(), supplierSize, peer(), bankSize, common(), matched);
        assertThat(words()).containsSubsequence(bank, supplier);
        return this;
    }

    private String words() {
        return browser.see(PART).getText();
    }

    private String own() {
        return person.text("privacy.ownSize");
    }

    private String peer() {
        return person.text("privacy.peerSize");
    }

    private String common() {
        return person.text("privacy.matched");
    }
}
