package dev.tollgate.rest.realm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guarantee 11 for what start-up errors say. */
class ShownValueTest {

    private static final String PEM = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADAN\n-----END PRIVATE KEY-----";

    private final Problems problems = new Problems();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client-secret",
                "client-key",
                "password",
                "username",
                "assertion",
                "actor-token",
                "key-store",
                "key-store-password",
                "trust-store",
                "trust-store-password",
                "proxy-user",
                "proxy-password",
                "a-key-of-another-provider",
                "client.orders.a-key-of-another-provider"
            })
    void valueOfAKeyThatMayHoldASecretIsNotShown(String key) {
        for (String value : List.of("s3cret", PEM, "/etc/key.pem", "10s")) {
            assertThat(ShownValue.of("tollgate.acme." + key, value)).isEqualTo("(not shown)");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, id.example.com",
        "issuer, http://id.example.com/realms/acme",
        "token-endpoint, ftp://[::1]:21/token",
        "proxy, proxy:3128",
        "client.orders.resource, orders",
        "allowed-origins, 'https://a.example.com, b.example.com:8443'",
        "wait-timeout, soon",
        "grant, implicit",
        "roles.\"shop/a.b\", gast",
        "session, whoever",
        "scope-pointer, scope"
    })
    void otherValuesAreShown(String key, String value) {
        assertThat(ShownValue.of("tollgate.acme." + key, value)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, https://user:s3cret@id.example.com",
        "issuer, user:s3cret@id.example.com",
        "issuer, https://user:s3cret",
        "token-endpoint, http://id.example.com/token?client_secret=s3cret",
        "token-endpoint, http://id.example.com/token#s3cret",
        "revocation-endpoint, 'http://user:s3 cret@id.example.com'",
        "end-session-endpoint, 'http:\\\\user:s3cret@id.example.com'",
        "introspection-endpoint, http://s3cret@id.example.com",
        "proxy, me:s3cret@proxy:3128",
        "resource, 'https://a.example.com,https://user:s3cret@b.example.com'",
        "allowed-origins, https://user:s3cret@api.example.com"
    })
    void addressThatMayHaveASecretIsNotShown(String key, String value) {
        assertThat(ShownValue.of("tollgate.acme." + key, value)).isEqualTo("(not shown)");
    }

    @Test
    void keyOrTokenInTheWrongPlaceIsNotShown() {
        assertThat(ShownValue.of("tollgate.acme.grant", PEM)).isEqualTo("(not shown)");
        assertThat(ShownValue.of("tollgate.acme.scope-pointer", "e".repeat(500)))
                .isEqualTo("(not shown)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"issuer", "token-endpoint"})
    void userPartOfAnAddressIsRefused(String key) {
        RealmProperties properties = new RealmProperties(
                Configs.of("tollgate.acme." + key, "https://user:s3cret@id.example.com"), "acme", problems);

        assertThat(properties.endpoint(key)).isEmpty();
        assertThat(problems.all())
                .containsExactly(
                        "tollgate.acme." + key + "=(not shown): must have no user part (RFC 9110 section 4.2.4)");
    }

    @Test
    void userPartOfAnOriginIsRefused() {
        new SettingsReader(
                        Configs.of(Map.of(
                                "tollgate.acme.allowed-origins",
                                "https://a.example.com,https://user:s3cret@b.example.com")),
                        "acme",
                        problems)
                .read();

        assertThat(problems.all())
                .containsExactly(
                        "tollgate.acme.allowed-origins=(not shown): must be origins such as https://api.example.com");
    }
}
