package org.sluice.browser;

import org.openqa.selenium.Keys;

/** The tasklist. */
final class InboxPage {

    private final Person person;
    private final Browser browser;

    InboxPage(Person person) {
        this.person = person;
        browser = person.browser();
        browser.see(Labels.heading(person.text("tasks.title")));
    }

    /** What waits for anybody who holds the person's roles. */
    InboxPage ofMyGroups() {
        browser.click(Labels.tab(stem("tasks.scope.MY_GROUPS")));
        return this;
    }

    InboxPage ofMine() {
        browser.click(Labels.tab(stem("tasks.scope.MINE")));
        return this;
    }

    InboxPage search(String text) {
        browser.see(Labels.named(person.text("parts.search")))
                .sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.ENTER);
        browser.until("a list filtered by " + text, () -> browser.address().contains("q=" + text));
        browser.settle();
        return this;
    }

    boolean shows(String text) {
        browser.settle();
        return browser.says(text);
    }

    void showsNothing() {
        browser.reads(person.text("tasks.none"));
    }

    InboxPage claim(String taskKey, String caseNumber) {
        var task = person.text("task." + taskKey);
        browser.press(person.text("tasks.claimThis", task, caseNumber));
        browser.reads(person.text("tasks.claimed", task, caseNumber));
        return this;
    }

    TaskPage open(String caseNumber) {
        browser.click(Labels.cell(caseNumber));
        return new TaskPage(person, caseNumber);
    }

    private String stem(String key) {
        return person.text(key).replaceAll("[（(].*", "").strip();
    }
}
