package org.sluice.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The browser of this machine and its driver. What is missing is installed from Debian's packages where that can be done;
 * where not, the tests fail with the one line that does it. They are never skipped.
 */
record Chromium(Path browser, Path driver) {

    private static final String[] BROWSERS = {"chromium", "chromium-browser", "google-chrome"};
    private static final Pattern MAJOR = Pattern.compile("(\\d+)\\.\\d+\\.\\d+");

    /** Finds both, installing them first if need be. */
    static synchronized Chromium ofThisMachine() {
        var missing = missing();
        if (!missing.isEmpty()) {
            install(missing);
        }
        var found = new Chromium(
                Command.find(BROWSERS).orElseThrow(() -> new IllegalStateException(remedy(missing))),
                Command.find("chromedriver").orElseThrow(() -> new IllegalStateException(remedy(missing))));
        found.checkVersions();
        return found;
    }

    private static List<String> missing() {
        var packages = new ArrayList<String>();
        if (Command.find(BROWSERS).isEmpty()) {
            packages.add("chromium");
        }
        if (Command.find("chromedriver").isEmpty()) {
            packages.add("chromium-driver");
        }
        if (chineseIsUnreadable()) {
            packages.add("fonts-noto-cjk");
        }
        return packages;
    }

    /** No font has Chinese letters, or there is not even a list of fonts because nothing has been drawn here yet. */
    private static boolean chineseIsUnreadable() {
        return Command.find("fc-list")
                .map(list -> Command.run(list.toString(), ":lang=zh").output().isEmpty())
                .orElseGet(() -> Command.find(BROWSERS).isEmpty());
    }

    private static void install(List<String> packages) {
        var allowed = Command.find("apt-get").isPresent()
                && Command.find("id").isPresent()
                && Command.run("id", "-u").output().equals("0");
        if (!allowed) {
            throw new IllegalStateException(remedy(packages));
        }
        System.out.println("Installing for the browser tests: " + String.join(" ", packages));
        var update = Command.run("apt-get", "-o", "DPkg::Lock::Timeout=300", "update");
        var words = new ArrayList<>(
                List.of("apt-get", "-o", "DPkg::Lock::Timeout=300", "install", "-y", "--no-install-recommends"));
        words.addAll(packages);
        var install = Command.run(words.toArray(String[]::new));
        if (!install.succeeded()) {
            throw new IllegalStateException(
                    "%s%n%s%n%s".formatted(remedy(packages), update.output(), install.output()));
        }
    }

    private static String remedy(List<String> packages) {
        return "The browser tests need: sudo apt-get update && sudo apt-get install -y --no-install-recommends "
                + (packages.isEmpty() ? "chromium chromium-driver" : String.join(" ", packages));
    }

    private void checkVersions() {
        var ofBrowser = Command.run(browser.toString(), "--version").output();
        var ofDriver = Command.run(driver.toString(), "--version").output();
        if (!major(ofBrowser).equals(major(ofDriver))) {
            throw new IllegalStateException("Browser and driver are not of one version: %s is %s, %s is %s"
                    .formatted(browser, ofBrowser, driver, ofDriver));
        }
    }

    private static String major(String version) {
        var match = MAJOR.matcher(version);
        if (!match.find()) {
            throw new IllegalStateException("No version in: " + version);
        }
        return match.group(1);
    }
}
