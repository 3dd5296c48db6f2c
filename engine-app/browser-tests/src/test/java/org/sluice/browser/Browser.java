package org.sluice.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A window that one person after another sits down at. Everything waits for its condition, nothing for a time. Each
 * screen that comes to rest is read, and what is wrong with it is kept in {@link #troubles}.
 */
final class Browser implements AutoCloseable {

    static final Size DESKTOP = new Size(1440, 900);
    static final Size PHONE = new Size(390, 844);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String AT_REST = """
            const clients = window.Vaadin && window.Vaadin.Flow && window.Vaadin.Flow.clients;
            return document.readyState === 'complete' && !!clients
                && Object.values(clients).every(client => !client.isActive || !client.isActive());
            """;

    private static final String EVERYTHING_SAID = """
            const said = [document.title, document.body.innerText];
            for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
              document.querySelectorAll('[' + name + ']').forEach(each => said.push(each.getAttribute(name)));
            }
            return said.join('\\n');
            """;

    /** What a window shows, in pixels of the page. */
    record Size(int width, int height) {}

    private final URI home;
    private final ChromeDriver driver;
    private final WebDriverWait patient;
    private final List<String> troubles = new ArrayList<>();

    Browser(Chromium chromium, URI home) {
        this.home = home;
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromium.driver().toFile())
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options(chromium));
        patient = new WebDriverWait(driver, PATIENCE);
        patient.pollingEvery(Duration.ofMillis(150))
                .ignoring(StaleElementReferenceException.class)
                .ignoring(NoSuchElementException.class)
                .ignoring(ElementNotInteractableException.class);
        size(DESKTOP);
    }

    /** Forgets who sat here. */
    void leave() {
        listen();
        driver.get("about:blank");
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        size(DESKTOP);
    }

    /** Begins anew: what was wrong so far belongs to another test. */
    void forget() {
        leave();
        troubles.clear();
    }

    void size(Size size) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", size.width(), "height", size.height(), "deviceScaleFactor", 1, "mobile", false));
    }

    /** Opens an address of the product and waits until it stands. */
    void open(String route) {
        driver.get(home.resolve(route).toString());
        settle();
    }

    String address() {
        return Objects.requireNonNull(driver.getCurrentUrl());
    }

    /** Waits until the server has answered everything, and reads what the screen then says. */
    void settle() {
        until("the screen comes to rest", () -> Boolean.TRUE.equals(driver.executeScript(AT_REST)));
        ScreenText.slips(String.valueOf(driver.executeScript(EVERYTHING_SAID))).stream()
                .map(slip -> slip + " on " + address())
                .filter(trouble -> !troubles.contains(trouble))
                .forEach(troubles::add);
    }

    /** The first element that is really there to be seen. */
    WebElement see(By what) {
        return until("seeing " + what, () -> all(what).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElse(null));
    }

    boolean sees(By what) {
        return all(what).stream().anyMatch(WebElement::isDisplayed);
    }

    /** Waits until the page says this somewhere. */
    void reads(String text) {
        until("reading " + text, () -> words().contains(text));
    }

    boolean says(String text) {
        return words().contains(text);
    }

    String words() {
        return Objects.toString(driver.executeScript("return document.body.innerText"), "");
    }

    /** What the frame says around the view, but for people's names and the other language's own. */
    String frameWords() {
        return Objects.toString(
                driver.executeScript(
                        "return [...document.querySelectorAll('vaadin-side-nav, h1, .filter-bar, vaadin-grid-sorter')]"
                                + ".map(each => each.innerText).join(' ')"),
                "");
    }

    /** What a component says of itself rather than shows of others. */
    String deepWordsOf(String tag) {
        return Objects.toString(
                driver.executeScript("return document.querySelector(arguments[0])?.shadowRoot?.textContent", tag), "");
    }

    void click(By what) {
        touch(what);
        settle();
    }

    /** As a click, without waiting for what comes of it. */
    void touch(By what) {
        until("clicking " + what, () -> {
            var element = see(what);
            driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
            element.click();
            return true;
        });
    }

    void press(String text) {
        click(Labels.button(text));
    }

    Object run(String script, Object... arguments) {
        return Objects.requireNonNullElse(driver.executeScript(script, arguments), "");
    }

    /** Waits for a condition; null and false mean: not yet. */
    <T> T until(String what, Supplier<T> condition) {
        return Objects.requireNonNull(patient.withMessage(() -> what + " at " + driver.getCurrentUrl())
                .until(same -> condition.get()));
    }

    /** Brings a part of the page to its upper edge. */
    void lookAt(By what) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'start'})", see(what));
        settle();
    }

    Path photograph(Path file) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            return Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What no person should have met: texts that are none, and errors in the browser's console. */
    List<String> troubles() {
        listen();
        return List.copyOf(troubles);
    }

    @Override
    public void close() {
        driver.quit();
    }

    List<WebElement> all(By what) {
        return driver.findElements(what);
    }

    /** Takes what the console says before it is lost. */
    private void listen() {
        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(entry -> "console: " + entry.getMessage())
                .forEach(troubles::add);
    }

    private static ChromeOptions options(Chromium chromium) {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(chromium.browser().toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--no-default-browser-check",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
                "--force-device-scale-factor=1",
                "--hide-scrollbars",
                "--lang=zh-CN",
                "--accept-lang=zh-CN");
        if ("root".equals(System.getProperty("user.name", "").toLowerCase(Locale.ROOT))) {
            options.addArguments("--no-sandbox");
        }
        return options;
    }
}
