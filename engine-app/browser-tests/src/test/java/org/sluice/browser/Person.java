package org.sluice.browser;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Somebody who has signed in and reads the screens in one language. */
record Person(Browser browser, String account, Language language) {

    private static final String PASSWORD = "demo";

    /** Sits down at the browser, in place of whoever sat there, and chooses the language if it is not theirs already. */
    static Person signsIn(Browser browser, String account, Language language) {
        browser.leave();
        browser.open("login");
        enter(browser, account, PASSWORD);
        browser.until("the frame for " + account, () -> !browser.address().contains("/login"));
        browser.settle();
        return new Person(browser, account, language).reading();
    }

    /** Somebody who has not signed in yet, and chooses the language. */
    static void visits(Browser browser, Language language) {
        new Person(browser, "", language).reading();
    }

    static void enter(Browser browser, String account, String password) {
        var username =
                browser.see(By.cssSelector("vaadin-login-form input[name=username], #vaadinLoginUsername input"));
        username.sendKeys(account);
        browser.see(By.cssSelector("vaadin-login-form input[name=password], #vaadinLoginPassword input"))
                .sendKeys(password, Keys.ENTER);
    }

    String text(String key, Object... arguments) {
        return language.text(key, arguments);
    }

    ClockPage clock() {
        browser.open("demo-clock");
        return new ClockPage(this);
    }

    /** The tasks are what one sees after signing in. */
    InboxPage arrivesAtTasks() {
        return new InboxPage(this);
    }

    InboxPage inbox() {
        browser.open("tasks");
        return new InboxPage(this);
    }

    RequirementPage newRequirement() {
        browser.open("requirements/new");
        return new RequirementPage(this);
    }

    CasePage caseOf(String caseId) {
        browser.open("cases/" + caseId);
        return new CasePage(this);
    }

    /** The same person, after choosing this language in the frame. */
    Person choosing(Language other) {
        return new Person(browser, account, other).reading();
    }

    void signsOut() {
        browser.click(Labels.namedFrom(text("shell.account")));
        browser.click(By.xpath(
                "//vaadin-menu-bar-item[normalize-space(.)=%s]".formatted(Labels.quoted(text("shell.signOut")))));
        browser.until("the sign-in", () -> browser.address().contains("/login"));
        browser.settle();
    }

    private Person reading() {
        if (!speaks()) {
            var other = language == Language.ZH ? Language.EN : Language.ZH;
            browser.press(other.text("shell.language"));
            browser.until("a page in " + language.tag(), this::speaks);
            browser.settle();
        }
        return this;
    }

    private boolean speaks() {
        return language.tag().equals(browser.run("return document.documentElement.lang"));
    }
}
