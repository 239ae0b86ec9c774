package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.custom.JsonClient;
import dev.tollgate.it.scenarios.custom.Script;
import dev.tollgate.rest.Realm;
import dev.tollgate.testkit.Answer;
import dev.tollgate.token.TokenSet;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

/** The refresh is asked for in JSON, and its answer has the tokens deep inside. */
public abstract class JsonRefreshScenario extends ShopScenario {

    @Inject
    @RestClient
    JsonClient json;

    @Override
    protected Realm realm() {
        return tollgate.realm("json");
    }

    @Test
    void tokensAreAskedForAndFoundWhereTheServiceHasThem() {
        realm().signIn(TokenSet.of("at-old")
                .refreshToken("rt-old")
                .expiresIn(Duration.ZERO)
                .build());
        server.faults()
                .next(
                        "/public/renewals",
                        Answer.status(200)
                                .body(
                                        "application/json",
                                        "{\"data\":{\"tokens\":[{\"value\":\"at-new\"}],\"again\":\"rt-new\",\"ttl\":60}}"));

        json.things();

        JsonObject asked =
                Script.json(server.requests().to("/public/renewals").get(0).body());
        assertThat(asked.toString())
                .contains("rt-old")
                .contains("refresh_token")
                .contains("shelf");
        assertThat(tokensSentTo("/public/things")).containsExactly("at-new");
        assertThat(realm().tokens().refreshToken()).hasValue("rt-new");
        assertThat(realm().status().expiresAt()).isPresent();
    }
}
