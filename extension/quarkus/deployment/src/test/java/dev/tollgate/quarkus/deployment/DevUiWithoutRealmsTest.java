package dev.tollgate.quarkus.deployment;

import io.quarkus.test.QuarkusDevModeTest;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever has just added the extension is told what comes next. */
@Tag("browser")
@Timeout(180)
class DevUiWithoutRealmsTest {

    private static final DevMode DEV_MODE = DevMode.prepare();

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(
                    jar -> jar.addAsResource(new StringAsset(DEV_MODE.address()), "application.properties"));

    @Test
    void saysHowToMakeOne() throws Exception {
        try (Browser browser = Browser.open(DEV_MODE.uri("/q/dev-ui/extensions"))) {
            browser.click("a[href*='tollgate'][href*='realms']");
            browser.awaitText("qwc-no-data", text -> true);
            browser.awaitPage(text -> text.contains("There is no realm: no client interface has @TokenRealm"));
            browser.photograph("no-realms");
        }
    }
}
