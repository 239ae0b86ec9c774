package dev.tollgate.rest.session;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The claims that MicroProfile JWT has found. Fails to link where that is absent. */
final class JsonWebTokenClaims implements Claims {

    /** Empty where no bean brings the token. */
    static Optional<Claims> find() {
        try {
            boolean present = CDI.current().select(JsonWebToken.class).isResolvable();
            return present ? Optional.of(new JsonWebTokenClaims()) : Optional.empty();
        } catch (NoClassDefFoundError e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> claim(String name) {
        Instance<JsonWebToken> token = CDI.current().select(JsonWebToken.class);
        Object value = token.get().getClaim(name);
        return Optional.ofNullable(value).map(String::valueOf).filter(text -> !text.isBlank());
    }
}
