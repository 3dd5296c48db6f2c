package org.sluice.browser;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.pagefactory.ByChained;

/** Fills fields in by the labels that stand at them. */
final class Form {

    private static final By OPEN_LIST = By.cssSelector("vaadin-select[opened]");
    private static final By OPEN_CALENDAR = By.cssSelector("vaadin-date-picker[opened]");

    private final Browser browser;
    private final @Nullable By part;
    private final boolean fast;

    Form(Browser browser) {
        this(browser, null, false);
    }

    private Form(Browser browser, @Nullable By part, boolean fast) {
        this.browser = browser;
        this.part = part;
        this.fast = fast;
    }

    /** The fields in one part of it, where others have the same labels. */
    Form within(By inner) {
        return new Form(browser, in(inner), fast);
    }

    /** As a person types who does not look up after each field: for fields on which no other depends. */
    Form fast() {
        return new Form(browser, part, true);
    }

    Form type(String label, String text) {
        return into(in(Labels.input(label)), text);
    }

    /** Types a day; the calendar that opens takes it and closes. */
    Form typeDay(String label, String day) {
        return typeDay(Labels.input(label), day);
    }

    Form typeDay(By input, String day) {
        browser.see(in(input)).sendKeys(day, Keys.ENTER);
        browser.until("a closed calendar", () -> !browser.sees(OPEN_CALENDAR));
        return settled();
    }

    /** Types a day and sees that the field has taken it as the day it is. */
    Form typeDay(String label, LocalDate day, Language language) {
        typeDay(label, language.typed(day));
        browser.until("the day " + day, () -> day.toString().equals(valueOf(browser.see(in(Labels.field(label))))));
        return this;
    }

    /** Types into the field that a screen reader calls so; the last one, where a table repeats it. */
    Form typeInto(String ariaLabel, String text) {
        return into(lastOf(in(Labels.named(ariaLabel))), text);
    }

    Form typeInto(By input, String text) {
        return into(input, text);
    }

    /** Chooses one of a list that opens on a click. */
    Form select(String label, String option) {
        return selectIn(Labels.field(label), option);
    }

    Form selectIn(By inner, String option) {
        var field = in(inner);
        click(field);
        // a closed list shows its chosen item too, but outside of a list box
        click(By.xpath(
                "//vaadin-select-list-box/vaadin-select-item[normalize-space(.)=%s]".formatted(Labels.quoted(option))));
        browser.until("a closed list", () -> !browser.sees(OPEN_LIST));
        browser.until("a chosen " + option, () -> browser.see(field).getText().contains(option));
        return this;
    }

    /** Chooses from a list that one searches by typing. */
    Form pick(String label, String option) {
        return pick(in(Labels.input(label)), "vaadin-combo-box-item", option);
    }

    /** The same in a dialog, which a key that closes lists would close as well. */
    Form pickAndGoOn(String label, String option) {
        var input = in(Labels.input(label));
        browser.touch(input);
        browser.see(input).sendKeys(Keys.chord(Keys.CONTROL, "a"), option);
        click(By.xpath("//vaadin-combo-box-item[normalize-space(.)=%s]".formatted(Labels.quoted(option))));
        browser.see(input).sendKeys(Keys.TAB);
        return settled();
    }

    /** Chooses one more from a list that one searches by typing. */
    Form pickOneMore(By input, String option) {
        return pick(input, "vaadin-multi-select-combo-box-item", option);
    }

    Form pickOneMore(String label, String option) {
        return pickOneMore(in(Labels.input(label)), option);
    }

    /** Marks one of several ways that all stand there. */
    Form answer(String question, String way) {
        click(in(Labels.way(question, way)));
        return this;
    }

    /** Marks, by the keyboard, the way that says this among other things, such as a link to look it up. */
    Form answerWhatSays(String question, String words) {
        var ways = By.xpath(".//vaadin-radio-group[label[normalize-space(.)=%s]]//vaadin-radio-button[contains(., %s)]"
                .formatted(Labels.quoted(question), Labels.quoted(words)));
        browser.until("the way " + words, () -> {
            var way = browser.see(in(ways));
            way.findElement(By.cssSelector("input")).sendKeys(Keys.SPACE);
            return way.getDomAttribute("checked") != null;
        });
        return settled();
    }

    Form press(String button) {
        click(in(Labels.button(button)));
        return this;
    }

    /** What kind of field stands at this label, as the page calls it. */
    String kindOf(String label) {
        return browser.see(in(Labels.field(label))).getTagName();
    }

    /** Whether there is such a part, seen or not. */
    boolean has(By what) {
        return !browser.all(in(what)).isEmpty();
    }

    /** All that its parts say, folded away or not. */
    String allWords() {
        return browser.all(part == null ? By.tagName("body") : part).stream()
                .map(each -> String.valueOf(each.getDomProperty("textContent")))
                .collect(Collectors.joining("\n"));
    }

    private Form pick(By input, String item, String option) {
        browser.touch(input);
        browser.see(input).sendKeys(Keys.chord(Keys.CONTROL, "a"), option);
        click(By.xpath("//%s[contains(normalize-space(.), %s)]".formatted(item, Labels.quoted(option))));
        browser.see(input).sendKeys(Keys.ESCAPE);
        return settled();
    }

    private Form into(By what, String text) {
        browser.until("typing " + text, () -> {
            var field = browser.see(what);
            field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
            return isWritten(text, valueOf(field));
        });
        return settled();
    }

    private void click(By what) {
        browser.touch(what);
        settled();
    }

    private Form settled() {
        if (!fast) {
            browser.settle();
        }
        return this;
    }

    private By in(By what) {
        return part == null ? what : new ByChained(part, what);
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
            public List<WebElement> findElements(SearchContext context) {
                var all = many.findElements(context);
                return all.isEmpty() ? all : List.of(all.get(all.size() - 1));
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
