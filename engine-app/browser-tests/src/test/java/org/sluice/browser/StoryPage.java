package org.sluice.browser;

import org.openqa.selenium.By;

/** The guided story as whoever reads it sees it. */
final class StoryPage {

    private static final By TURN = By.cssSelector(".story-turn");
    private static final By TAKE_PLACE = By.cssSelector(".story-buttons vaadin-button[theme~=primary]");

    private final Browser browser;
    private final Language language;

    private StoryPage(Browser browser, Language language) {
        this.browser = browser;
        this.language = language;
        browser.see(Labels.heading(language.text("story.title")));
    }

    /** Somebody who has not signed in comes from the sign-in page. */
    static StoryPage visits(Browser browser, Language language) {
        browser.leave();
        browser.open("login");
        Person.visits(browser, language);
        browser.click(Labels.link(language.text("story.atSignIn")));
        return new StoryPage(browser, language);
    }

    /** From wherever the person is, by the link at the top. */
    static StoryPage comesBack(Person person) {
        person.browser().click(Labels.link(person.text("story.link")));
        return new StoryPage(person.browser(), person.language());
    }

    StoryPage begins() {
        browser.press(language.text("story.begin"));
        return this;
    }

    /** Waits until it is this account's turn; what the house does in between is waited out on the page. */
    StoryPage comesTo(String account) {
        browser.until("the turn of " + account, () -> {
            var words = browser.see(TURN).getText();
            return words.lines().anyMatch(account::equals);
        });
        return this;
    }

    /** Sits down there, and is on the page where the turn is taken. */
    Person takesPlace(String account, String place, Language reads) {
        browser.click(TAKE_PLACE);
        browser.until("the page " + place, () -> browser.address().endsWith("/" + place));
        browser.settle();
        return new Person(browser, account, language).choosing(reads);
    }

    StoryPage reads(String key) {
        browser.reads(language.text(key));
        return this;
    }

    /** How often a chapter's mark is read. */
    long marked(String key) {
        return browser.all(By.cssSelector(".story-chapter .badge")).stream()
                .filter(badge -> badge.getText().equals(language.text(key)))
                .count();
    }

    void photograph(String name) {
        Pictures.take(browser, Browser.DESKTOP, name, language);
    }
}
