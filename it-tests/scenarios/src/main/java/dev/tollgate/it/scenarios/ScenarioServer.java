package dev.tollgate.it.scenarios;

import dev.tollgate.testkit.FakeServer;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** The fake server of the scenarios, one for the whole JVM, and the configuration that leads the clients to it. */
public final class ScenarioServer implements ConfigSource {

    private static final FakeServer SERVER = FakeServer.start();

    public static FakeServer get() {
        return SERVER;
    }

    /** Of realms with an authorization server; nobody hears of them who does not ask for one of them. */
    private static final Map<String, String> OAUTH2 = Map.ofEntries(
            of("proven", "dpop", "true"),
            of("proven", "token-endpoint", SERVER.uri("/token").toString()),
            of("proven", "client-id", "shop"),
            of("proven", "grant", "password"),
            of("proven", "username", "alice"),
            of("proven", "password", "alice"),
            of("proven", "replay-body-limit", "64k"),
            of("proven", "attempt-timeout", "8s"),
            of("proven", "wait-timeout", "5s"),
            of("several", "token-endpoint", SERVER.uri("/token").toString()),
            of("several", "client-id", "shop"),
            of("several", "grant", "password"),
            of("several", "username", "alice"),
            of("several", "password", "alice"),
            of("several", "attempt-timeout", "8s"),
            of("several", "client.goods.audience", "goods-api"),
            of(
                    "several",
                    "client.\"dev.tollgate.it.scenarios.oauth2.BillsClient\".resource",
                    "https://bills.example.com/"),
            of("apart", "token-endpoint", SERVER.uri("/token").toString()),
            of("apart", "client-id", "shop"),
            of("apart", "client-secret", "s3cr3t"),
            of("apart", "attempt-timeout", "8s"),
            of("apart", "client.press.audience", "press-api"),
            of("apart", "client.post.audience", "post-api"));

    private static Map.Entry<String, String> of(String realm, String key, String value) {
        return Map.entry("tollgate." + realm + "." + key, value);
    }

    /** Whatever a client's config key is, it has one. */
    @Override
    public @Nullable String getValue(String name) {
        if (isAboutTheSealedServer(name)) {
            return SealedServer.property(name);
        }
        return name.endsWith("/mp-rest/url") ? SERVER.uri().toString() : OAUTH2.get(name);
    }

    /** Not asked of that server itself: it is made by the first look at it, and few tests need it. */
    private static boolean isAboutTheSealedServer(String property) {
        return Stream.of("tollgate.sealed.", "sealed.", "sealed/", "unsealed/").anyMatch(property::startsWith);
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.of();
    }

    @Override
    public String getName() {
        return "scenarios";
    }
}
