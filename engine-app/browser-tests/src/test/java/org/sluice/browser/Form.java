package org.sluice.browser;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Fills fields in by the labels that stand at them. */
final class Form {

    private final Browser browser;

    Form(Browser browser) {
        this.browser = browser;
    }

    Form type(String label, String text) {
        return into(Labels.input(label), text);
    }

    /** Types a day; the calendar that opens takes it and closes. */
    Form typeDay(String label, String day) {
        var field = browser.see(Labels.input(label));
        field.sendKeys(day, Keys.ENTER);
        browser.until("a closed calendar", () -> !browser.sees(By.cssSelector("vaadin-date-picker[opened]")));
        browser.settle();
        return this;
    }

    /** Types into the field that a screen reader calls so; the last one, where a table repeats it. */
    Form typeInto(String ariaLabel, String text) {
        return typeInto(lastOf(Labels.named(ariaLabel)), text);
    }

    Form typeInto(By input, String text) {
        return into(input, text);
    }

    /** Chooses one of a list that opens on a click. */
    Form select(String label, String option) {
        return selectIn(Labels.field(label), option);
    }

    Form selectIn(By field, String option) {
        browser.click(field);
        browser.click(By.xpath("//vaadin-select-item[normalize-space(.)=%s]".formatted(Labels.quoted(option))));
        browser.until("a chosen " + option, () -> browser.see(field).getText().contains(option));
        return this;
    }

    /** Chooses from a list that one searches by typing. */
    Form pick(String label, String option) {
        return pick(Labels.input(label), "vaadin-combo-box-item", option);
    }

    /** Chooses one more from a list that one searches by typing. */
    Form pickOneMore(By input, String option) {
        return pick(input, "vaadin-multi-select-combo-box-item", option);
    }

    Form pickOneMore(String label, String option) {
        return pickOneMore(Labels.input(label), option);
    }

    /** Marks one of several ways that all stand there. */
    Form answer(String question, String way) {
        browser.click(By.xpath(
                "//vaadin-radio-group[label[normalize-space(.)=%s]]//vaadin-radio-button/label[normalize-space(.)=%s]"
                        .formatted(Labels.quoted(question), Labels.quoted(way))));
        return this;
    }

    private Form pick(By input, String item, String option) {
        var field = browser.see(input);
        field.click();
        field.sendKeys(option);
        browser.click(By.xpath("//%s[contains(normalize-space(.), %s)]".formatted(item, Labels.quoted(option))));
        browser.see(input).sendKeys(Keys.ESCAPE);
        browser.settle();
        return this;
    }

    private Form into(By what, String text) {
        browser.until("typing " + text, () -> {
            var field = browser.see(what);
            field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
            return isWritten(text, valueOf(field));
        });
        browser.settle();
        return this;
    }

    /** A field may write an amount in its own way, with separators and places; every digit typed must be there. */
    private static boolean isWritten(String typed, String shown) {
        return shown.equals(typed)
                || !typed.isEmpty()
                        && typed.chars().allMatch(Character::isDigit)
                        && shown.replaceAll("\\D", "").startsWith(typed);
    }

    private By lastOf(By many) {
        browser.see(many);
        return new By() {
            @Override
            public java.util.List<WebElement> findElements(org.openqa.selenium.SearchContext context) {
                var all = many.findElements(context);
                return all.isEmpty() ? all : java.util.List.of(all.get(all.size() - 1));
            }

            @Override
            public String toString() {
                return "the last " + many;
            }
        };
    }

    private static String valueOf(WebElement field) {
        var value = field.getDomProperty("value");
        return value == null ? "" : value;
    }
}
