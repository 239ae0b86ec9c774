package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Path GUIDE = Path.of("../../src-docs/guide/oauth2.adoc");
    private static final Pattern ROW = Pattern.compile("^\\|`([a-z-]+)` \\|", Pattern.MULTILINE);

    @Test
    void everyKeyIsInTheGuideAndNothingElseIs() throws IOException {
        String guide = Files.readString(GUIDE);
        Matcher row = ROW.matcher(guide.substring(guide.indexOf("tag::keys[]"), guide.indexOf("end::keys[]")));
        List<String> written = new ArrayList<>();
        while (row.find()) {
            written.add(row.group(1));
        }

        assertThat(written).containsExactlyElementsOf(OAuth2Key.keys());
    }

    @ParameterizedTest
    @ValueSource(strings = {"three-lines", "plain-oauth", "audiences", "additions"})
    void linesOfTheGuideAreEnough(String snippet) throws IOException {
        MapSettings settings = new MapSettings(written(snippet));

        assertThat(new OAuth2Provider().source(settings)).get().satisfies(source -> {
            assertThat(source.canAcquire()).isTrue();
            assertThat(source.canRevoke()).isTrue();
        });
        assertThat(settings.problems()).isEmpty();
    }

    /** What a snippet of the guide says. */
    static Map<String, String> written(String snippet) throws IOException {
        Properties written = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/test/resources/" + snippet + ".properties"))) {
            written.load(file);
        }
        Map<String, String> properties = new HashMap<>();
        written.forEach(
                (name, value) -> properties.put(name.toString().replace("tollgate.acme.", ""), value.toString()));
        return properties;
    }

    @Test
    void realmThatNamesNoServerIsLeftAlone() {
        assertThat(new OAuth2Provider().source(new MapSettings(Map.of("client-id", "orders"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant | implicit | must be client_credentials, refresh_token, password, jwt_bearer or token_exchange",
                "grant | jwt_bearer | is missing, the jwt_bearer grant needs it",
                "client-authentication | magic | must be client_secret_basic, client_secret_post, client_secret_jwt,"
                        + " private_key_jwt, tls_client_auth, self_signed_tls_client_auth or none",
                "client-authentication | private_key_jwt | needs a tollgate.acme.client-key",
                "client-authentication | tls_client_auth | needs a tollgate.acme.key-store",
                "client-authentication | self_signed_tls_client_auth | needs a tollgate.acme.key-store",
                "subject-token-type | a:b c | must be access_token, jwt, id_token, or a whole token type (RFC 8693"
                        + " section 3)",
                "actor-token | /no/such/file | must be a file that can be read",
                "client-key | /no/such/file | must be a file that can be read",
                "resource | orders | must be absolute URIs without a fragment (RFC 8707 section 2) and without a user"
                        + " part",
                "resource | https://me@api.example.com | must be absolute URIs without a fragment (RFC 8707 section 2)"
                        + " and without a user part",
                "client-authentication | none | contradicts the client_credentials grant, which is for clients that"
                        + " authenticate themselves: leave it out, and have a client-secret, a client-key or a"
                        + " key-store; or name another grant",
                "proxy | http://me:pw@proxy.example.com:3128 | must have no user part: set tollgate.acme.proxy-user and"
                        + " tollgate.acme.proxy-password",
                "proxy | me:p w@proxy.example.com:3128 | must have no user part: set tollgate.acme.proxy-user and"
                        + " tollgate.acme.proxy-password",
                "proxy-user | me | needs a tollgate.acme.proxy",
                "proxy-password | pw | needs a tollgate.acme.proxy-user",
                "proxy | proxy:3128 | must be an address such as http://proxy.example.com:3128"
            })
    void mistakeIsToldWithPropertyValueAndRule(String key, String value, String rule) {
        MapSettings settings = new MapSettings(Map.of(
                "issuer", "https://id.example.com", "client-id", "orders", "client-secret", "s3cret", key, value));

        new OAuth2Provider().source(settings);

        assertThat(settings.problems())
                .singleElement()
                .asString()
                .endsWith(": " + rule)
                .doesNotContain("s3cret");
    }

    @Test
    void proxyIsNotAskedForATunnelByAUserWhereTheJvmDoesNotLetIt() {
        MapSettings settings = new MapSettings(Map.of(
                "issuer", "https://id.example.com",
                "client-id", "orders",
                "client-secret", "s3cret",
                "proxy", "http://proxy.example.com:3128",
                "proxy-user", "me"));

        withTunnels("Digest, basic", () -> new OAuth2Provider().source(settings));
        withTunnels("", () -> new OAuth2Provider().source(settings));

        assertThat(settings.problems())
                .singleElement()
                .asString()
                .contains("proxy-user", "-Djdk.http.auth.tunneling.disabledSchemes= ");
    }

    @Test
    void tunnelsAreDeniedByDefault() {
        withTunnels(null, () -> assertThat(Tunnels.areDeniedToBasic()).isTrue());
    }

    private static void withTunnels(@Nullable String disabled, Runnable work) {
        String before = System.getProperty(Tunnels.DISABLED);
        set(disabled);
        try {
            work.run();
        } finally {
            set(before);
        }
    }

    private static void set(@Nullable String disabled) {
        if (disabled == null) {
            System.clearProperty(Tunnels.DISABLED);
        } else {
            System.setProperty(Tunnels.DISABLED, disabled);
        }
    }

    @Test
    void clientCredentialsNeedCredentials() {
        MapSettings settings = new MapSettings(Map.of("issuer", "https://id.example.com"));

        new OAuth2Provider().source(settings);

        assertThat(settings.problems())
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).startsWith("tollgate.acme.client-id=: is missing"),
                        problem -> assertThat(problem).startsWith("tollgate.acme.client-secret=: is missing"));
    }

    @ParameterizedTest
    @CsvSource({"RSA, 2048, RS256", "EC, 256, ES256", "EC, 384, ES384"})
    void keyIsReadFromPem(String kind, int size, String algorithm, @TempDir Path folder)
            throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        generator.initialize(size);
        byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
        Path file = folder.resolve("key.pem");
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(encoded)
                        + "\n-----END PRIVATE KEY-----\n");

        assertThat(ClientKey.read(file).algorithm().getName()).isEqualTo(algorithm);
    }
}
