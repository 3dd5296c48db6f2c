package org.sluice.browser;

import org.openqa.selenium.By;

/** Where things stand on a screen or in a part of it, by what a person reads or a screen reader says. */
final class Labels {

    /** A dialog counts until it is really gone: while it fades, its buttons can still be seen. */
    static final By OPEN_DIALOG = By.cssSelector("vaadin-dialog-overlay");

    private Labels() {}

    /** By its text or by its name for a screen reader; its tooltip does not count. */
    static By button(String text) {
        return By.xpath(".//vaadin-button[not(@disabled)][text()[normalize-space(.)=%s] or @aria-label=%1$s]"
                .formatted(quoted(text)));
    }

    /** The same within the dialog that stands open. */
    static By buttonOfDialog(String text) {
        return By.xpath(
                ".//*[self::vaadin-dialog-overlay or self::vaadin-dialog]//vaadin-button[text()[normalize-space(.)=%s]]"
                        .formatted(quoted(text)));
    }

    static By link(String text) {
        return By.xpath(".//a[normalize-space(.)=%s]".formatted(quoted(text)));
    }

    /** An entry of the navigation at the side. */
    static By entry(String text) {
        return By.xpath(".//vaadin-side-nav-item[text()[normalize-space(.)=%s]]".formatted(quoted(text)));
    }

    static By heading(String text) {
        return By.xpath(".//*[self::h1 or self::h2 or self::h3][normalize-space(.)=%s]".formatted(quoted(text)));
    }

    /** The field that this label stands at. */
    static By field(String label) {
        return By.xpath(".//*[starts-with(local-name(), 'vaadin-')][label[@slot='label'][normalize-space(.)=%s]]"
                .formatted(quoted(label)));
    }

    /** What one types into. */
    static By input(String label) {
        return By.xpath(
                "(.//*[starts-with(local-name(), 'vaadin-')][label[@slot='label'][normalize-space(.)=%s]]//*[@slot='input' or @slot='textarea'])[1]"
                        .formatted(quoted(label)));
    }

    /** One of the ways that stand below a question. */
    static By way(String question, String way) {
        return By.xpath(
                ".//vaadin-radio-group[label[normalize-space(.)=%s]]//vaadin-radio-button/label[normalize-space(.)=%s]"
                        .formatted(quoted(question), quoted(way)));
    }

    /** The box of one of several alike. */
    static By group(String name) {
        return By.xpath(".//*[@role='group'][@aria-label=%s]".formatted(quoted(name)));
    }

    static By namedFrom(String start) {
        return By.xpath(".//*[starts-with(@aria-label, %s)]".formatted(quoted(start)));
    }

    static By named(String ariaLabel) {
        return By.xpath(".//*[@aria-label=%s]".formatted(quoted(ariaLabel)));
    }

    /** The smallest cell of a list that holds this text. */
    static By cell(String text) {
        return By.xpath(".//vaadin-grid-cell-content[contains(normalize-space(.), %s)]".formatted(quoted(text)));
    }

    static By tab(String text) {
        return By.xpath(".//vaadin-tab[contains(normalize-space(.), %s)]".formatted(quoted(text)));
    }

    /** A text as XPath takes it, whatever quotation marks it holds. */
    static String quoted(String text) {
        if (!text.contains("'")) {
            return "'" + text + "'";
        }
        return "concat('" + text.replace("'", "', \"'\", '") + "')";
    }
}
