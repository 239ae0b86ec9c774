package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.spi.ExpiryCheck;
import dev.tollgate.rest.spi.RejectionCheck;
import dev.tollgate.rest.spi.TokenAssignment;
import dev.tollgate.rest.spi.TokenReader;
import dev.tollgate.token.TokenSet;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.StringReader;

/** What the beans of the realms {@code now} and {@code later} do; a scenario changes what it is about. */
public final class Script {

    public static volatile ExpiryCheck expiry = (tokens, call) -> false;
    public static volatile RejectionCheck rejection = (answer, call) -> false;
    public static volatile TokenAssignment assignment = Script::bearer;
    public static volatile TokenReader reader = answer -> tokens(json(answer.body()));

    private Script() {}

    /** Back to what the gate does by itself. */
    public static void reset() {
        expiry = (tokens, call) -> false;
        rejection = (answer, call) -> false;
        assignment = Script::bearer;
        reader = answer -> tokens(json(answer.body()));
    }

    public static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    public static TokenSet tokens(JsonObject answer) {
        return TokenSet.of(answer.getString("access_token"))
                .refreshToken(answer.getString("refresh_token"))
                .build();
    }

    private static void bearer(TokenSet tokens, ClientRequestContext request) {
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.accessToken());
    }
}
