package dev.tollgate.rest.session;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The claims that MicroProfile JWT has found. Fails to link where that is absent. */
final class JsonWebTokenClaims implements Claims {

    /** Empty where no bean brings the token, or there is no container to ask for it. */
    static Optional<Claims> find() {
        try {
            boolean present = CDI.current().select(JsonWebToken.class).isResolvable();
            return present ? Optional.of(new JsonWebTokenClaims()) : Optional.empty();
        } catch (NoClassDefFoundError | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The token itself; empty where there is none, or no bean brings it, or no request is served. */
    static Optional<String> raw() {
        try {
            Instance<JsonWebToken> token = CDI.current().select(JsonWebToken.class);
            return token.isResolvable() ? Optional.ofNullable(token.get().getRawToken()) : Optional.empty();
        } catch (NoClassDefFoundError | RuntimeException e) {
            return Optional.empty(); // see claim(String)
        }
    }

    /**
     * Where no request is served, implementations differ: the bean's scope is not active, there is no principal, or the
     * token is null behind its proxy. None of them says whose call it is.
     */
    @Override
    public Optional<String> claim(String name) {
        try {
            JsonWebToken token = CDI.current().select(JsonWebToken.class).get();
            return token == null ? Optional.empty() : text(token.getClaim(name)).filter(text -> !text.isBlank());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Implementations hand claims over as Java or as JSON values. */
    private static Optional<String> text(@Nullable Object claim) {
        if (claim instanceof JsonString json) {
            return Optional.of(json.getString());
        }
        return claim == null || claim == JsonValue.NULL ? Optional.empty() : Optional.of(claim.toString());
    }
}
