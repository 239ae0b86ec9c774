package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testkit.Recorded;
import io.quarkus.test.QuarkusDevModeTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A change of a client interface, or of a realm's configuration, is in force at the next call. */
@Timeout(180)
class LiveReloadTest {

    private static final DevMode DEV_MODE = DevMode.prepare();

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = DEV_MODE.application();

    @Test
    void changedRoleIsInForceAndUnusableOneIsTold() throws Exception {
        DEV_MODE.signIn();
        assertThat(callWithToken()).isTrue();

        change("@Path(\"api/orders\")", "@Path(\"public/orders\") @dev.tollgate.rest.Guest");
        assertThat(callWithToken()).isFalse();

        change("@FormParam(\"refresh_token\")", "@FormParam(\"audience\")");
        assertThat(DEV_MODE.get("/desk/orders").body()).contains("no parameter takes the refresh token");
    }

    @Test
    void changedConfigurationIsInForce() throws Exception {
        APPLICATION.modifyResourceFile(
                "application.properties", text -> text.replace("fail-fast=true", "enabled=false"));
        assertThat(callWithToken()).isFalse();

        APPLICATION.modifyResourceFile(
                "application.properties", text -> text.replace("enabled=false", "fail-fast=true"));
        DEV_MODE.signIn();
        assertThat(callWithToken()).isTrue();
    }

    private static void change(String before, String after) {
        APPLICATION.modifySourceFile(ShopClient.class, source -> source.replace(before, after));
    }

    private static boolean callWithToken() throws Exception {
        String answer = DEV_MODE.get("/desk/orders").body();
        List<Recorded> calls = DEV_MODE.server().requests().all().stream()
                .filter(request -> request.path().endsWith("/orders"))
                .toList();
        assertThat(calls).as(answer).isNotEmpty();
        return calls.get(calls.size() - 1).authorization().isPresent();
    }
}
