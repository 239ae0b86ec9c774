package dev.tollgate.quarkus.deployment;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.io.TemporaryFilesystem;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium, as Linux distributions package it. What it is asked for is sought in all shadow trees. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path PHOTOGRAPHS = Path.of("target", "browser");

    private static final String SEEK =
            """
            const seek = root => {
                const hit = root.querySelector(arguments[0]);
                if (hit) { return hit; }
                for (const element of root.querySelectorAll('*')) {
                    const inner = element.shadowRoot && seek(element.shadowRoot);
                    if (inner) { return inner; }
                }
                return null;
            };
            return seek(document);
            """;
    private static final String COUNT =
            """
            const all = root => [...root.querySelectorAll(arguments[0])].concat(
                ...[...root.querySelectorAll('*')].filter(element => element.shadowRoot)
                    .map(element => all(element.shadowRoot)));
            return all(document).length;
            """;
    private static final String READ =
            """
            const read = root => [...root.querySelectorAll('*')]
                .map(element => element.shadowRoot ? read(element.shadowRoot) : '')
                .concat(root.textContent || root.body?.textContent || '').join('\\n');
            return read(document);
            """;

    /** Of which nothing stays; for a socket in it, the path of the project may be too long. */
    private final File home = TemporaryFilesystem.getDefaultTmpFS().createTempDir("tollgate", "browser");

    private final ChromeDriver chrome;

    private Browser() {
        File chromium = onThePath("chromium");
        File driver = onThePath("chromedriver");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        // whoever runs tests in a container is root, and has little shared memory
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
        options.addArguments("--window-size=1400,1000", "--user-data-dir=" + new File(home, "profile"));
        chrome = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver)
                        .withEnvironment(Map.of("TMPDIR", home.getPath(), "XDG_CONFIG_HOME", home.getPath()))
                        .build(),
                options);
    }

    static Browser open(URI page) {
        Browser browser = new Browser();
        browser.chrome.get(page.toString());
        return browser;
    }

    /** Keeps what can be seen now as {@code target/browser/<name>.png}, for whoever wants to look at it. */
    void photograph(String name) throws IOException {
        Files.createDirectories(PHOTOGRAPHS);
        Files.write(PHOTOGRAPHS.resolve(name + ".png"), chrome.getScreenshotAs(OutputType.BYTES));
    }

    /** Waits until {@code css} selects {@code expected} elements. */
    void awaitCount(String css, long expected) {
        await(expected + " times " + css, () -> Objects.equals(chrome.executeScript(COUNT, css), expected));
    }

    /** Clicks on what {@code css} selects, as soon as it is there. */
    void click(String css) {
        await("a click on " + css, () -> {
            WebElement found = find(css);
            if (found != null) {
                // what is under a shadow root is not always a target for the mouse of the driver
                chrome.executeScript("arguments[0].click()", found);
            }
            return found != null;
        });
    }

    /** Clicks on what {@code css} selects again and again, until the text of what {@code shown} selects is as {@code expected}. */
    void clickUntil(String css, String shown, Predicate<String> expected) {
        await(css + " until " + shown, () -> {
            click(css);
            return isShown(shown, expected);
        });
    }

    /** Waits until the text of what {@code css} selects is as {@code expected}. */
    void awaitText(String css, Predicate<String> expected) {
        await(css, () -> isShown(css, expected));
    }

    private boolean isShown(String css, Predicate<String> expected) {
        WebElement found = find(css);
        return found != null
                && expected.test(String.valueOf(chrome.executeScript("return arguments[0].textContent", found))
                        .trim());
    }

    /** Writes {@code text} into what {@code css} selects, as soon as it is there. */
    void write(String css, String text) {
        await("writing into " + css, () -> {
            WebElement found = find(css);
            if (found != null) {
                chrome.executeScript("arguments[0].value = arguments[1]", found, text);
            }
            return found != null;
        });
    }

    /** Waits until all text of the page is as {@code expected}. */
    void awaitPage(Predicate<String> expected) {
        await("the page", () -> expected.test(text()));
    }

    /** All text of the page. */
    String text() {
        return String.valueOf(chrome.executeScript(READ));
    }

    private @Nullable WebElement find(String css) {
        return (WebElement) chrome.executeScript(SEEK, css);
    }

    private void await(String what, BooleanSupplier condition) {
        new WebDriverWait(chrome, PATIENCE)
                .withMessage(() -> what + "; the page says: " + text())
                .ignoring(StaleElementReferenceException.class)
                .until(now -> condition.getAsBoolean());
    }

    @Override
    public void close() {
        chrome.quit();
        TemporaryFilesystem.getDefaultTmpFS().deleteTempDir(home);
    }

    private static File onThePath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toFile)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no program " + program + " is in the PATH: install the packages"
                        + " chromium and chromium-driver (so called on Debian), or leave out what needs a browser:"
                        + " -DexcludedGroups=browser"));
    }
}
