package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.Hold;
import io.quarkus.test.QuarkusDevModeTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The card of the Dev UI, in a real browser. */
@Timeout(180)
class DevUiTest {

    private static final DevMode DEV_MODE = DevMode.prepare();
    private static final Pattern FINGERPRINT = Pattern.compile("#[0-9a-f]{8}");
    private static final String SHOP = "tr.session[data-realm=shop] ";

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = DEV_MODE.application();

    @BeforeAll
    static void needsABrowser() {
        assumeTrue(
                Browser.isInstalled(),
                "no Chromium here: install the packages chromium and chromium-driver to test the Dev UI");
    }

    @Test
    void showsRealmsAndRefreshesAndSignsOut() throws Exception {
        try (Browser browser = Browser.open(DEV_MODE.uri("/q/dev-ui/extensions"))) {
            browser.click("a[href*='tollgate'][href*='realms']");
            browser.awaitText(SHOP + ".state", "not used yet"::equals);

            DEV_MODE.signIn();
            browser.awaitText(SHOP + ".state", "fresh"::equals);
            browser.awaitText(SHOP + ".generation", "1"::equals);
            browser.awaitText(SHOP + ".expiry", text -> text.matches("3[56]\\d\\d s"));
            browser.awaitText(SHOP + ".token", FINGERPRINT.asMatchPredicate());

            refresh(browser);
            refuse(browser);
            assertThat(browser.text())
                    .contains("The last refreshes")
                    .doesNotContain(DEV_MODE.server().tokens().currentAccessToken());

            browser.click(SHOP + ".sign-out");
            browser.awaitText(SHOP + ".state", "signed out"::equals);
            browser.awaitText(SHOP + ".token", String::isEmpty);
        }
    }

    @Test
    void keysOfRealmsAreInTheConfigurationEditor() {
        try (Browser browser = Browser.open(DEV_MODE.uri("/q/dev-ui/configuration-form-editor"))) {
            browser.write("vaadin-text-field[placeholder=Filter]", "Hand the first transient failure");
            browser.awaitPage(Pattern.compile("tollgate\\.\\S+\\.fail-fast").asPredicate());
        }
    }

    private static void refresh(Browser browser) throws Exception {
        try (Hold hold = DEV_MODE.server().hold("/token")) {
            browser.click(SHOP + ".refresh");
            hold.awaitArrivals(1);
            browser.awaitText(SHOP + ".state", "refreshing"::equals);
            browser.awaitText(SHOP + ".waiters", "1"::equals);
        }
        browser.awaitText(SHOP + ".generation", "2"::equals);
        browser.awaitText("#answer", "refreshed"::equals);
        browser.awaitText("#timeline .outcome", "refreshed"::equals);
        assertThat(DEV_MODE.server().tokens().refreshes()).isEqualTo(1);
    }

    private static void refuse(Browser browser) {
        DEV_MODE.server().faults().always("/token", Answer.status(503));
        browser.click(SHOP + ".refresh");
        browser.awaitText(SHOP + ".state", "stale"::equals);
        browser.awaitText(SHOP + ".failure", text -> text.contains("503") && text.contains("since"));
        browser.awaitText("#timeline .outcome", "failed"::equals);
    }
}
