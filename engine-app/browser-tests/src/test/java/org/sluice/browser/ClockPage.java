package org.sluice.browser;

import java.time.LocalDate;
import org.openqa.selenium.By;

/** The demo's clock. */
final class ClockPage {

    private final Person person;
    private final Browser browser;

    ClockPage(Person person) {
        this.person = person;
        browser = person.browser();
        browser.see(Labels.heading(person.text("demo.clock")));
    }

    String shows() {
        return browser.see(By.cssSelector(".clock-now")).getText();
    }

    void goesOnWorkingDays(int days) {
        var before = shows();
        new Form(browser).typeInto(By.cssSelector("vaadin-integer-field input"), Integer.toString(days));
        browser.press(person.text("demo.clock.workingDays"));
        browser.until("a clock that has moved on", () -> !shows().equals(before));
    }

    void goesTo(LocalDate day) {
        var before = shows();
        new Form(browser)
                .typeDay(
                        By.cssSelector("vaadin-date-picker input"),
                        person.language().typed(day));
        browser.press(person.text("demo.clock.toDay"));
        browser.until("a clock that has moved on", () -> !shows().equals(before));
    }
}
