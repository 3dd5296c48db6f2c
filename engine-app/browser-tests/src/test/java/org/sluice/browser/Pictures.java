package org.sluice.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;

/** Photographs for people to look at; what no picture needs a person for is made sure of here. */
final class Pictures {

    static final Path FOLDER = Path.of("target", "screenshots");

    private Pictures() {}

    /** The screen as it stands, at a desk's and a phone's size. */
    static void take(Browser browser, String name, Language language) {
        for (var size : new Browser.Size[] {Browser.PHONE, Browser.DESKTOP}) {
            browser.size(size);
            browser.settle();
            take(browser, size, name, language);
        }
    }

    /** At the size that the window has; a phone's page never scrolls sideways. */
    static void take(Browser browser, Browser.Size size, String name, Language language) {
        var file = "%s-%s-%d.png".formatted(name, language.name().toLowerCase(Locale.ROOT), size.width());
        assertThat(browser.photograph(FOLDER.resolve(file))).isNotEmptyFile();
        assertThat(((Number) browser.run("return document.documentElement.scrollWidth")).intValue())
                .as("width of %s", file)
                .isLessThanOrEqualTo(size.width());
    }
}
