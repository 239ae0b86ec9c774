package dev.tollgate.it.keycloak;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an administrator sees and does in one realm. Safe for use by many threads. */
public final class KeycloakAdmin {

    private static final String MASTER_TOKENS = "/realms/master/protocol/openid-connect/token";

    /** More than a test makes; without it Keycloak gives no more than a hundred. */
    private static final int MOST_EVENTS = 10_000;

    private static final int CONFLICT = 409;

    private final URI base;
    private final String realm;
    private final Account account;
    private @Nullable AdminToken token;

    KeycloakAdmin(URI base, String realm, Account account) {
        this.base = base;
        this.realm = base + "/admin/realms/" + realm;
        this.account = account;
    }

    /** The administrator of the realm {@code acme} of the Keycloak at {@code base}. */
    public static KeycloakAdmin at(URI base) {
        return new KeycloakAdmin(base, KeycloakServer.REALM, KeycloakServer.ADMIN);
    }

    /** The recorded events of {@code type} ({@code REFRESH_TOKEN}, {@code REFRESH_TOKEN_ERROR}), the latest first. */
    List<KeycloakEvent> events(String type) {
        Answer answer =
                call("GET", "/events?type=" + type + "&max=" + MOST_EVENTS).expect(200);
        return answer.array().getValuesAs(JsonObject.class).stream()
                .map(KeycloakEvent::of)
                .toList();
    }

    /** How many events of {@code type} are recorded. */
    public int count(String type) {
        return events(type).size();
    }

    /** How many of them are of the client {@code clientId}. */
    public int count(String type, String clientId) {
        return (int) events(type).stream()
                .filter(event -> clientId.equals(event.clientId()))
                .count();
    }

    /** Forgets the recorded events. */
    public void clearEvents() {
        call("DELETE", "/events").expect(204);
    }

    /** Ends every session of a user: the refresh tokens die at once, the access tokens when they expire. */
    public void endSessionsOf(String username) {
        call("POST", "/users/" + idOf(username) + "/logout").expect(204);
    }

    /** Makes a client known, in the words of Keycloak's {@code ClientRepresentation}; one that is known is changed. */
    public void addClient(JsonObject client) {
        Answer answer = post("/clients", client);
        if (answer.status() == CONFLICT) {
            call("PUT", "/clients/" + idOfClient(client.getString("clientId")), body(client))
                    .expect(204);
        } else {
            answer.expect(201);
        }
    }

    private String idOfClient(String clientId) {
        Answer answer =
                call("GET", "/clients?clientId=" + Http.encode(clientId)).expect(200);
        return answer.array().getJsonObject(0).getString("id");
    }

    /** From now on the realm signs its tokens with a new key. */
    public void replaceSigningKey() {
        JsonObject config = Json.createObjectBuilder()
                .add("priority", Json.createArrayBuilder().add(Long.toString(System.nanoTime())))
                .add("algorithm", Json.createArrayBuilder().add("RS256"))
                .build();
        JsonObject provider = Json.createObjectBuilder()
                .add("name", "new-key")
                .add("providerId", "rsa-generated")
                .add("providerType", "org.keycloak.keys.KeyProvider")
                .add("config", config)
                .build();
        post("/components", provider).expect(201);
    }

    private Answer post(String path, JsonObject body) {
        return call("POST", path, body(body));
    }

    private static BodyPublisher body(JsonObject json) {
        return BodyPublishers.ofString(json.toString());
    }

    private String idOf(String username) {
        Answer answer = call("GET", "/users?exact=true&username=" + Http.encode(username))
                .expect(200);
        return answer.array().getJsonObject(0).getString("id");
    }

    private Answer call(String method, String path) {
        return call(method, path, BodyPublishers.noBody());
    }

    private Answer call(String method, String path, BodyPublisher body) {
        return Http.send(HttpRequest.newBuilder(URI.create(realm + path))
                .method(method, body)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token().value));
    }

    private synchronized AdminToken token() {
        AdminToken known = token;
        if (known != null && known.isFresh()) {
            return known;
        }
        AdminToken fetched = AdminToken.of(signIn());
        token = fetched;
        return fetched;
    }

    private Answer signIn() {
        Map<String, String> form = Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                account.username,
                "password",
                account.password);
        return Http.post(base.resolve(MASTER_TOKENS), form).expect(200);
    }

    record Account(String username, String password) {}

    private record AdminToken(String value, long staleAtNanos) {

        private static final Duration MARGIN = Duration.ofSeconds(15);

        static AdminToken of(Answer answer) {
            Duration life = Duration.ofSeconds(answer.json().getInt("expires_in"));
            return new AdminToken(
                    answer.text("access_token"),
                    System.nanoTime() + life.minus(MARGIN).toNanos());
        }

        boolean isFresh() {
            return System.nanoTime() - staleAtNanos < 0;
        }
    }
}
