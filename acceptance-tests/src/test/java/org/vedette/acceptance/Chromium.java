package org.vedette.acceptance;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The browser of this machine. Nothing is ever downloaded for it.
 *
 * @param program the browser
 * @param driver the program that drives it
 */
record Chromium(Path program, Path driver) {

    static final String MISSING =
            "there is no browser: install chromium and chromium-driver, or put chromium and chromedriver on the PATH";

    static boolean isInstalled() {
        return find().isPresent();
    }

    /** Empty where either program is missing. */
    static Optional<Chromium> find() {
        return program("chromium")
                .flatMap(chromium -> program("chromedriver").map(driver -> new Chromium(chromium, driver)));
    }

    /** A window that remembers nothing. */
    ChromeDriver open(Path profile, int width, boolean dark) {
        var options = new ChromeOptions();
        options.setBinary(program.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", everyMessage());
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.toFile())
                .usingAnyFreePort()
                .build();
        var window = new ChromeDriver(service, options);
        window.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
        window.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        return window;
    }

    private static LoggingPreferences everyMessage() {
        var preferences = new LoggingPreferences();
        preferences.enable(LogType.BROWSER, Level.ALL);
        return preferences;
    }

    private static Optional<Path> program(String name) {
        var path = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1);
        return Stream.concat(Stream.of("/usr/bin"), Stream.of(path))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
