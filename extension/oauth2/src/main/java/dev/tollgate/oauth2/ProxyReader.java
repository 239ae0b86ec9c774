package dev.tollgate.oauth2;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tollgate.oauth2.OAuth2Settings.Proxy;
import dev.tollgate.source.SourceSettings;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the way to the server, and finds the mistakes in it. */
final class ProxyReader {

    private final SourceSettings settings;

    ProxyReader(SourceSettings settings) {
        this.settings = settings;
    }

    Optional<Proxy> read() {
        Optional<URI> address = address();
        Optional<String> authorization = authorization();
        if (authorization.isPresent() && text(OAuth2Key.PROXY).isEmpty()) {
            settings.problem(OAuth2Key.PROXY_USER.key(), "needs a " + settings.property(OAuth2Key.PROXY.key()));
        }
        if (authorization.isPresent() && address.isPresent() && isTunnelled() && Tunnels.areDeniedToBasic()) {
            settings.problem(OAuth2Key.PROXY_USER.key(), Tunnels.RULE);
        }
        return address.map(proxy -> new Proxy(proxy.getHost(), proxy.getPort(), authorization));
    }

    private Optional<URI> address() {
        Optional<String> written = text(OAuth2Key.PROXY);
        Optional<URI> address = written.flatMap(Addresses::uri);
        if (written.filter(text -> text.indexOf('@') >= 0).isPresent()) {
            settings.problem(
                    OAuth2Key.PROXY.key(),
                    "must have no user part: set " + settings.property(OAuth2Key.PROXY_USER.key()) + " and "
                            + settings.property(OAuth2Key.PROXY_PASSWORD.key()));
            return Optional.empty();
        }
        Optional<URI> proxy =
                address.filter(uri -> "http".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0);
        if (written.isPresent() && proxy.isEmpty()) {
            settings.problem(OAuth2Key.PROXY.key(), "must be an address such as http://proxy.example.com:3128");
        }
        return proxy;
    }

    /** By HTTP Basic (RFC 7617). */
    private Optional<String> authorization() {
        Optional<String> user = text(OAuth2Key.PROXY_USER);
        if (user.isEmpty() && text(OAuth2Key.PROXY_PASSWORD).isPresent()) {
            settings.problem(
                    OAuth2Key.PROXY_PASSWORD.key(), "needs a " + settings.property(OAuth2Key.PROXY_USER.key()));
        }
        if (user.filter(name -> name.indexOf(':') >= 0).isPresent()) {
            settings.problem(OAuth2Key.PROXY_USER.key(), "must have no colon (RFC 7617 section 2)");
        }
        return user.map(name -> name + ":" + text(OAuth2Key.PROXY_PASSWORD).orElse(""))
                .map(both -> "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
    }

    private boolean isTunnelled() {
        return Stream.of(OAuth2Key.ISSUER, OAuth2Key.TOKEN_ENDPOINT)
                .flatMap(key -> text(key).stream())
                .anyMatch(address -> address.startsWith("https:"));
    }

    private Optional<String> text(OAuth2Key key) {
        return settings.text(key.key());
    }
}
