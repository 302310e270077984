package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.springframework.util.FileSystemUtils;

/** A reader's browser on the site, and what can be said of the page in it. */
final class BrowserWindow implements AutoCloseable {

    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final int MAX_TABS = 60;
    private static final List<String> SEVERE_IMPACTS = List.of("serious", "critical");
    private static final String AXE = axe();

    /** Asks for what is wrong only: describing all that is as it should be takes longer than looking. */
    private static final String RUN_AXE = """
            const [standards, impacts, answer] = arguments;
            axe.run(document, {
              runOnly: {type: 'tag', values: standards}, resultTypes: ['violations'], iframes: false
            }).then(
              found => answer(found.violations
                .filter(rule => impacts.includes(rule.impact))
                .map(rule => rule.id + ': ' + rule.nodes.map(node => node.html).join(' '))),
              error => answer(['axe failed: ' + error]));
            """;

    private final URI site;
    private final Path profile;
    private final ChromeDriver driver;

    BrowserWindow(Chromium browser, URI site, int width, boolean dark) {
        try {
            this.profile = Files.createTempDirectory("vedette-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.site = site;
        this.driver = browser.open(profile, width, dark);
    }

    private static String axe() {
        try (var script = BrowserWindow.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a page, and forgets what the browser said of those before. */
    void open(String path) {
        messages();
        driver.get(site + path);
    }

    void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    /** Replaces what a field has. */
    void type(String selector, String text) {
        var field = driver.findElement(By.cssSelector(selector));
        field.clear();
        field.sendKeys(text);
    }

    /** Presses a key where the focus is. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Goes on with the tab key until an element has the focus, which must be visible there. */
    void tabTo(String selector) {
        for (var steps = 0; steps < MAX_TABS; steps++) {
            if (Boolean.TRUE.equals(
                    driver.executeScript("return document.activeElement.matches(arguments[0])", selector))) {
                assertThat(evaluate("document.activeElement.matches(':focus-visible')"))
                        .as("focus of %s", selector)
                        .isEqualTo(true);
                return;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("the tab key does not lead to " + selector + " on " + path());
    }

    /** Keeps pictures of the whole page by day and by night, for people to look at, where the setting names a folder. */
    void keepPictures(String name) {
        var folder = System.getProperty("vedette.screenshots", "");
        if (folder.isEmpty()) {
            return;
        }
        for (var scheme : List.of("light", "dark")) {
            setColorScheme(scheme);
            var picture = driver.executeCdpCommand(
                    "Page.captureScreenshot",
                    Map.of("captureBeyondViewport", true, "format", "png", "clip", wholePage()));
            try {
                Files.write(
                        Files.createDirectories(Path.of(folder)).resolve(name + "-" + scheme + ".png"),
                        Base64.getDecoder().decode(String.valueOf(picture.get("data"))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Map<String, Object> wholePage() {
        return Map.of(
                "x", 0,
                "y", 0,
                "width", evaluate("document.documentElement.clientWidth"),
                "height", evaluate("document.documentElement.scrollHeight"),
                "scale", 1);
    }

    /** Has pages think that it is day, or night. */
    void setColorScheme(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** The address that is open. */
    URI address() {
        return URI.create(String.valueOf(driver.getCurrentUrl()));
    }

    /** The path that is open, with its query. */
    String path() {
        var address = address();
        return address.getQuery() == null ? address.getPath() : address.getPath() + "?" + address.getQuery();
    }

    /** What the page in a frame says. */
    String textInFrame(String selector) {
        driver.switchTo().frame(driver.findElement(By.cssSelector(selector)));
        try {
            return driver.findElement(By.tagName("body")).getText();
        } finally {
            driver.switchTo().defaultContent();
        }
    }

    /**
     * Shows the document of a frame by itself, under an address of the site, so that it can be looked at though the frame is a
     * sandbox without scripts.
     */
    void takeOutOfFrame(String selector) {
        driver.switchTo().frame(driver.findElement(By.cssSelector(selector)));
        var document = evaluate("'<!doctype html>' + document.documentElement.outerHTML");
        driver.switchTo().defaultContent();
        open("/");
        var unused = driver.executeScript("document.open(); document.write(arguments[0]); document.close();", document);
    }

    String text(String selector) {
        return String.join(
                " ",
                driver.findElements(By.cssSelector(selector)).stream()
                        .map(element -> element.getText())
                        .toList());
    }

    /** Lays the page out as for a sheet of paper that is so many pixels wide. */
    void putOnPaper(int width) {
        resize(width);
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    /** Makes the window so many pixels wide, on a screen. */
    void resize(int width) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    /** The value of a JavaScript expression. */
    Object evaluate(String expression) {
        return Objects.requireNonNullElse(driver.executeScript("return " + expression), "null");
    }

    /**
     * What keeps somebody from using the page, each with the elements it is about. Frames are not looked into: one that runs no
     * script never answers, see {@link #takeOutOfFrame}.
     */
    List<String> accessibilityViolations() {
        var unused = driver.executeScript(AXE);
        var found = (List<?>) driver.executeAsyncScript(RUN_AXE, STANDARDS, SEVERE_IMPACTS);
        return found == null
                ? List.of("axe said nothing")
                : found.stream().map(String::valueOf).toList();
    }

    /** What the browser complained about, save that the page itself was answered with an error. */
    List<String> consoleErrors() {
        var page = driver.getCurrentUrl();
        return messages().stream()
                .filter(message -> !(message.startsWith(page + " ") && message.contains("responded with a status")))
                .toList();
    }

    @CanIgnoreReturnValue
    private List<String> messages() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Addresses of everything that was loaded from somewhere else. */
    List<String> foreignResources() {
        var loaded = (List<?>) driver.executeScript("return performance.getEntries().map(entry => entry.name)"
                + ".filter(name => /^[a-z]+:/.test(name) && !name.startsWith(location.origin + '/'))");
        return loaded == null ? List.of() : loaded.stream().map(String::valueOf).toList();
    }

    /** By how many pixels the page is wider than the window. */
    long excessWidth() {
        var excess = driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return excess == null ? 0 : ((Number) excess).longValue();
    }

    @Override
    public void close() {
        driver.quit();
        try {
            FileSystemUtils.deleteRecursively(profile);
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove " + profile, e);
        }
    }
}
