package dev.tollgate.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a new sign-in of the same user and client keeps when a refresh token of the one before is revoked. */
@ExtendWith(KeycloakExtension.class)
class RevokedSessionsIT {

    private static final Map<String, String> MACHINE =
            Map.of("client_id", "machine", "client_secret", "machine-secret");

    private final KeycloakAdmin admin;
    private final TokenEndpoint tokens;

    RevokedSessionsIT(KeycloakServer keycloak) {
        admin = keycloak.admin();
        tokens = new TokenEndpoint(keycloak.tokenEndpoint(), "shop");
    }

    @Test
    void twoSignInsAreTwoSessions() {
        assertThat(session(signIn())).isNotEqualTo(session(signIn()));
    }

    @Test
    void aRevocationEndsNoOtherSession() {
        String before = refreshToken(signIn());
        String after = refreshToken(signIn());

        tokens.revoke(before).expect(200);

        assertThat(tokens.refresh(before).expect(400).text("error")).isEqualTo("invalid_grant");
        tokens.refresh(after).expect(200);
    }

    @Test
    void aLogoutEndsNoOtherSession() {
        String before = refreshToken(signIn());
        String after = refreshToken(signIn());

        tokens.logout(before).expect(204);

        assertThat(tokens.refresh(before).expect(400).text("error")).isEqualTo("invalid_grant");
        tokens.refresh(after).expect(200);
    }

    @Test
    void aRevocationEndsNoOtherSessionOfAClientOnItsOwn() {
        addMachine();
        String before = refreshToken(machine("token", Map.of("grant_type", "client_credentials")));
        String after = refreshToken(machine("token", Map.of("grant_type", "client_credentials")));

        machine("revoke", Map.of("token", before)).expect(200);

        assertThat(refreshOfMachine(before).expect(400).text("error")).isEqualTo("invalid_grant");
        refreshOfMachine(after).expect(200);
    }

    private void addMachine() {
        admin.addClient(Json.createObjectBuilder()
                .add("clientId", "machine")
                .add("secret", "machine-secret")
                .add("serviceAccountsEnabled", true)
                .add("attributes", Json.createObjectBuilder().add("client_credentials.use_refresh_token", "true"))
                .build());
    }

    private Answer refreshOfMachine(String refreshToken) {
        return machine("token", Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    private Answer machine(String endpoint, Map<String, String> form) {
        Map<String, String> all = new HashMap<>(MACHINE);
        all.putAll(form);
        URI uri = tokens.uri().resolve(endpoint);
        return Http.post(uri, all);
    }

    private Answer signIn() {
        return tokens.signIn("alice", "alice").expect(200);
    }

    private static String session(Answer signIn) {
        return signIn.text("session_state");
    }

    private static String refreshToken(Answer signIn) {
        return signIn.text("refresh_token");
    }
}
