package dev.tollgate.rest.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guarantee 12: where a realm's secrets may go. */
class OriginRuleTest {

    private static final Optional<Origin> HOME = Origin.of(URI.create("https://api.example.com"));
    private static final Origin OTHER = origin("https://eu.example.com:8443");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com/orders",
                "https://API.example.com:443/",
                "https://user@api.example.com/",
                "https://eu.example.com:8443/orders"
            })
    void originsOfTheRealmAreKnown(URI target) {
        assertThat(rule(false).objectionTo(target, HOME)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com:444/, https://api.example.com:444",
        "https://api.example.com.evil.example/, https://api.example.com.evil.example:443",
        "https://evil.example/api.example.com, https://evil.example:443",
        "https://api.example.com@evil.example/, https://evil.example:443",
        "https://xapi.example.com/, https://xapi.example.com:443",
        "https://example.com/, https://example.com:443",
        "https://eu.example.com/, https://eu.example.com:443",
        "http://localhost/, http://localhost:80",
    })
    void anyOtherOriginIsRefused(URI target, String origin) {
        assertThat(rule(false).objectionTo(target, HOME))
                .hasValue(origin + " is not an origin of the realm: its clients go to https://api.example.com:443, and"
                        + " tollgate.acme.allowed-origins names [https://eu.example.com:8443]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders",
                "//api.example.com/",
                "api.example.com/orders",
                "ftp://api.example.com/",
                "https:orders",
                "https://under_score.example/"
            })
    void whatIsNoHttpAddressIsRefused(URI target) {
        assertThat(rule(true).objectionTo(target, HOME)).hasValue("is no http or https address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com/",
                "http://localhost.evil.example/",
                "http://127.0.0.1.evil.example/",
                "http://localhost@evil.example/"
            })
    void httpOverANetworkIsRefusedEvenAtHome(URI target) {
        assertThat(rule(false).objectionTo(target, Origin.of(target)))
                .hasValueSatisfying(objection -> assertThat(objection)
                        .contains("is neither https nor a loopback address", "set tollgate.acme.allow-http=true"));
    }

    @Test
    void httpIsNotEnoughForAnOriginThatIsKnownByHttps() {
        URI plain = URI.create("http://api.example.com:443/");

        assertThat(rule(true).objectionTo(plain, HOME))
                .hasValueSatisfying(objection -> assertThat(objection).startsWith("http://api.example.com:443 is not"));
    }

    @Test
    void httpAtHomeIsAllowedWhereConfigured() {
        URI plain = URI.create("http://api.example.com/");

        assertThat(rule(true).objectionTo(plain, Origin.of(plain))).isEmpty();
    }

    @Test
    void clientWhoseHomeIsUnknownGoesToConfiguredOriginsOnly() {
        assertThat(rule(false).objectionTo(URI.create("https://eu.example.com:8443/"), Optional.empty()))
                .isEmpty();
        assertThat(rule(false).objectionTo(URI.create("https://api.example.com/"), Optional.empty()))
                .hasValue("this REST client does not reveal where it was built to send its requests, and"
                        + " tollgate.acme.allowed-origins names [https://eu.example.com:8443]: add"
                        + " https://api.example.com:443 there if the realm's tokens may go to it");
    }

    private static OriginRule rule(boolean allowHttp) {
        return new OriginRule("acme", Set.of(OTHER), allowHttp);
    }

    private static Origin origin(String uri) {
        return Origin.of(URI.create(uri)).orElseThrow();
    }
}
