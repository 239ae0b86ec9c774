package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.Hold;
import io.quarkus.test.QuarkusDevModeTest;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The card of the Dev UI, in a real browser. */
@Tag("browser")
@Timeout(180)
class DevUiTest {

    private static final DevMode DEV_MODE = DevMode.prepare();
    private static final Pattern FINGERPRINT = Pattern.compile("#[0-9a-f]{8}");
    private static final String SHOP = "tr.session[data-realm=shop] ";
    private static final String NEWEST = "#timeline li:first-child ";

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = DEV_MODE.application();

    @BeforeEach
    void resetServer() {
        DEV_MODE.server().reset();
    }

    @Test
    void showsRealmsAndRefreshesAndSignsOut() throws Exception {
        try (Browser browser = openPage()) {
            browser.awaitText(SHOP + ".state", "not used yet"::equals);

            DEV_MODE.signIn();
            browser.awaitText(SHOP + ".state", "fresh"::equals);
            browser.awaitText(SHOP + ".generation", "1"::equals);
            browser.awaitText(SHOP + ".expiry", text -> text.matches("(59 min \\d+ s|1 h 0 min)"));
            browser.awaitText(SHOP + ".token", FINGERPRINT.asMatchPredicate());

            refresh(browser);
            fail(browser);
            endSession(browser);
        }
    }

    @Test
    void signsOut() throws Exception {
        DEV_MODE.signIn();
        try (Browser browser = openPage()) {
            browser.awaitText(SHOP + ".token", FINGERPRINT.asMatchPredicate());

            browser.click(SHOP + ".sign-out");

            browser.awaitText(SHOP + ".state", "signed out"::equals);
            browser.awaitText(SHOP + ".token", String::isEmpty);
            browser.awaitText("#answer.done", "signed out of realm shop"::equals);
            DEV_MODE.get("/desk/orders");
            assertThat(DEV_MODE.server().requests().count("/api")).isZero();
        }
    }

    @Test
    void showsTheLastFiftyRefreshes() throws Exception {
        DEV_MODE.signIn();
        DEV_MODE.post("/desk/refreshes/60");
        try (Browser browser = openPage()) {
            browser.awaitCount("#timeline li", 50);
            browser.awaitText(NEWEST, text -> text.contains("ahead of expiry") && text.endsWith("60 ms"));
            browser.awaitText("#timeline li:last-child", text -> text.endsWith("11 ms"));
            browser.photograph("timeline");
        }
    }

    @Test
    void staysWhenTheApplicationIsReloaded() throws Exception {
        try (Browser browser = openPage()) {
            browser.awaitText(SHOP + ".state", "not used yet"::equals);

            APPLICATION.modifyResourceFile("application.properties", text -> text + "tollgate.realms=added\n");
            DEV_MODE.reload();
            browser.awaitText("tr.session[data-realm=added] .state", "not used yet"::equals);

            DEV_MODE.signIn();
            browser.awaitText(SHOP + ".state", "fresh"::equals);
        }
    }

    @Test
    void keysOfRealmsAreInTheConfigurationEditor() throws Exception {
        try (Browser browser = Browser.open(DEV_MODE.uri("/q/dev-ui/configuration-form-editor"))) {
            browser.write("vaadin-text-field[placeholder=Filter]", "Hand the first transient failure");
            browser.awaitPage(Pattern.compile("tollgate\\.\\S+\\.fail-fast").asPredicate());
            browser.photograph("configuration");
        }
    }

    private static Browser openPage() {
        Browser browser = Browser.open(DEV_MODE.uri("/q/dev-ui/extensions"));
        browser.click("a[href*='tollgate'][href*='realms']");
        return browser;
    }

    private static void refresh(Browser browser) throws Exception {
        try (Hold hold = DEV_MODE.server().hold("/token")) {
            browser.click(SHOP + ".refresh");
            hold.awaitArrivals(1);
            browser.awaitText(SHOP + ".state", "refreshing"::equals);
            browser.awaitText(SHOP + ".waiters", "1"::equals);
        }
        browser.awaitText(SHOP + ".generation", "2"::equals);
        browser.awaitText("#answer.done", "realm shop is refreshed"::equals);
        browser.awaitText(NEWEST + ".outcome", "refreshed"::equals);
        assertThat(DEV_MODE.server().tokens().refreshes()).isEqualTo(1);
        assertThat(browser.text())
                .contains("The last refreshes")
                .doesNotContain(DEV_MODE.server().tokens().currentAccessToken());
    }

    private static void fail(Browser browser) {
        DEV_MODE.server().faults().next("/token", Answer.status(503));
        browser.click(SHOP + ".refresh");
        browser.awaitText(SHOP + ".state", "stale"::equals);
        browser.awaitText(SHOP + ".failure", text -> text.contains("503") && text.contains("since"));
        browser.awaitText("#answer.failed", text -> text.contains("503"));
        browser.awaitText(NEWEST + ".outcome", "failed"::equals);
    }

    private static void endSession(Browser browser) throws IOException {
        DEV_MODE.server().tokens().endAllSessions();
        // after the failure before, there is a pause in which nothing is sent
        browser.clickUntil(SHOP + ".refresh", SHOP + ".state", "session over"::equals);
        browser.awaitText(SHOP + ".failure", text -> text.contains("invalid_grant"));
        browser.awaitText(NEWEST + ".outcome", "session over"::equals);
        browser.photograph("realms");
    }
}
