package dev.tollgate.oauth2;

import dev.tollgate.source.SourceSettings;
import dev.tollgate.source.TokenSource;
import dev.tollgate.source.TokenSourceProvider;
import dev.tollgate.time.TimeSource;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/** Makes the token sources of realms that name an authorization server: by its issuer, or by its token endpoint. */
public final class OAuth2Provider implements TokenSourceProvider {

    private static final Logger LOG = System.getLogger("dev.tollgate.oauth2");

    /** For the service loader. */
    public OAuth2Provider() {}

    @Override
    public List<String> keys() {
        return OAuth2Key.keys();
    }

    @Override
    public List<String> keyPrefixes() {
        return AdditionsReader.PREFIXES;
    }

    @Override
    public List<String> clientKeys() {
        return OAuth2SettingsReader.CLIENT_KEYS;
    }

    @Override
    public Optional<TokenSource> source(SourceSettings settings) {
        OAuth2SettingsReader reader = new OAuth2SettingsReader(settings);
        if (!reader.isAskedFor()) {
            return Optional.empty();
        }
        OAuth2Settings read = reader.read();
        if (read.grant().kind() == GrantKind.PASSWORD) {
            LOG.log(
                    Level.WARNING,
                    settings.property(OAuth2Key.GRANT.key())
                            + "=password: the password grant must not be used any more (RFC 9700 section 2.4); let the"
                            + " user sign in at the authorization server, or use client_credentials");
        }
        return Optional.of(OAuth2Source.of(read, TimeSource.system()));
    }
}
