package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import dev.tollgate.token.TokenSet;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the guide shows works, but for the address. */
@ExtendWith(FakeServerExtension.class)
class GuideTest {

    private static final String PREFIX = "tollgate.acme.";

    private final FakeServer fake;

    GuideTest(FakeServer fake) {
        this.fake = fake;
    }

    @Test
    void openIdProviderNeedsThreeLines() throws IOException {
        Server server = configured("three-lines.properties");
        String issuer = fake.uri("/realms/acme").toString();
        fake.faults()
                .always(
                        "/realms/acme/.well-known/openid-configuration",
                        Answer.status(200)
                                .body(
                                        "application/json",
                                        "{\"issuer\":\"" + issuer + "\",\"token_endpoint\":\"" + fake.uri("/token")
                                                + "\"}"));

        assertThat(server.acquire().accessToken()).isEqualTo(fake.tokens().currentAccessToken());
    }

    @Test
    void plainServerIsToldByItsEndpoints() throws IOException {
        fake.faults().always("/oauth/token", Answer.status(200).body("application/json", "{\"access_token\":\"at\"}"));

        Server server = configured("plain-oauth.properties");
        TokenSet tokens = server.acquire();

        assertThat(tokens.accessToken()).isEqualTo("at");
        assertThat(tokens.expiresIn()).hasValue(Duration.ofMinutes(10));
        assertThat(server.sent("/oauth/token", "client_secret")).isEqualTo("${ORDERS_SECRET}");
        assertThat(server.sent("/oauth/token", "scope")).isEqualTo("orders:read");
    }

    @Test
    void serverGetsWhatItWantsBeside() throws IOException {
        fake.faults().always("/oauth/token", Answer.status(200).body("application/json", "{\"access_token\":\"at\"}"));

        Server server = configured("additions.properties");
        server.acquire();

        assertThat(server.sent("/oauth/token", "grant_type")).isEqualTo("account_credentials");
        assertThat(server.sent("/oauth/token", "account_id")).isEqualTo("AbC-42");
        assertThat(fake.requests().to("/oauth/token").get(0).header("X-Api-Key"))
                .hasValue("${API_KEY}");
    }

    private Server configured(String name) throws IOException {
        Properties written = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/test/resources", name))) {
            written.load(file);
        }
        Map<String, String> properties = new HashMap<>();
        written.stringPropertyNames()
                .forEach(key -> properties.put(
                        key.substring(PREFIX.length()),
                        written.getProperty(key)
                                .replace("https://id.example.com", fake.uri().toString())));
        return new Server(fake, properties);
    }
}
