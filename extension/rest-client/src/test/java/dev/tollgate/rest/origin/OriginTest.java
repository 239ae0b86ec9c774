package dev.tollgate.rest.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com, https://api.example.com:443",
        "https://api.example.com/, https://api.example.com:443",
        "https://api.example.com:443/orders, https://api.example.com:443",
        "https://api.example.com:8443, https://api.example.com:8443",
        "http://api.example.com?next=https://b, http://api.example.com:80",
        "http://api.example.com:80#top, http://api.example.com:80",
        "HTTPS://API.Example.COM/Orders, https://api.example.com:443",
        "http://127.0.0.1:8080/, http://127.0.0.1:8080",
        "http://[::1]:8080/, http://[::1]:8080",
        "https://[2001:DB8::1]/, https://[2001:db8::1]:443",
    })
    void originIsSchemeHostAndPort(URI uri, String origin) {
        assertThat(Origin.of(uri)).map(Origin::toString).hasValue(origin);
    }

    /** What stands before the @ is a user and never a host. */
    @ParameterizedTest
    @CsvSource({
        "http://localhost@evil.example/, http://evil.example:80",
        "http://localhost:8080@evil.example/, http://evil.example:80",
        "https://api.example.com%2F@evil.example/, https://evil.example:443",
        "http://127.0.0.1#@evil.example/, http://127.0.0.1:80",
        "http://127.0.0.1/@evil.example/, http://127.0.0.1:80",
        "http://127.0.0.1?@evil.example/, http://127.0.0.1:80",
    })
    void userIsNoHost(URI uri, String origin) {
        assertThat(Origin.of(uri)).map(Origin::toString).hasValue(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders",
                "//api.example.com/orders",
                "api.example.com/orders",
                "localhost:8080",
                "mailto:alice@example.com",
                "ftp://api.example.com/",
                "file:///etc/passwd",
                "ws://api.example.com/",
                "http:///orders",
                "http:/orders",
                "http:orders",
                "http://under_score.example/",
                "http://a:b:c/",
                "http://api.example.com:x/",
                "http://a@b@evil.example/"
            })
    void whatHasNoSchemeAndHostHasNoOrigin(URI uri) {
        assertThat(Origin.of(uri)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com",
                "https://10.0.0.1",
                "http://localhost",
                "http://LOCALHOST:8080",
                "http://shop.localhost",
                "http://127.0.0.1",
                "http://127.255.255.254:9",
                "http://[::1]:8080",
                "http://[0:0:0:0:0:0:0:1]"
            })
    void tlsAndLoopbackArePrivate(URI uri) {
        assertThat(Origin.of(uri))
                .hasValueSatisfying(origin -> assertThat(origin.isPrivate()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com",
                "http://localhost.evil.example",
                "http://localhost.",
                "http://evil-localhost",
                "http://notlocalhost",
                "http://127.0.0.1.evil.example",
                "http://127.0.0.1.evil",
                "http://127evil.example",
                "http://1270.0.0.1.example",
                "http://128.0.0.1",
                "http://0.0.0.0",
                "http://10.0.0.1",
                "http://192.168.0.1",
                "http://169.254.169.254",
                "http://[::2]",
                "http://[::]",
                "http://[2001:db8::1]",
                "http://[::ffff:10.0.0.1]",
                "http://localhost@evil.example",
                "http://127.0.0.1@evil.example",
                "http://evil.example/localhost"
            })
    void whatOnlyLooksLikeLoopbackIsNot(URI uri) {
        assertThat(Origin.of(uri))
                .hasValueSatisfying(origin -> assertThat(origin.isPrivate()).isFalse());
    }
}
