package dev.tollgate.rest.call;

import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The header that carries a token (RFC 9110 §11.6.2, RFC 6750 §2.1). */
final class Authorization implements Assignment {

    private static final String BEARER = "Bearer";

    private volatile @Nullable String sent;

    @Override
    public boolean isTakenByTheCaller(ClientRequestContext request) {
        return request.getHeaders().containsKey(HttpHeaders.AUTHORIZATION);
    }

    @Override
    public CompletionStage<?> put(TokenSet tokens, ClientRequestContext request) {
        String type = tokens.tokenType();
        // servers answer "bearer" and compare with "Bearer"
        String value = (BEARER.equalsIgnoreCase(type) ? BEARER : type) + " " + tokens.accessToken();
        sent = value;
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, value);
        return Steps.DONE;
    }

    /** A proof of possession is of one token only (RFC 9449 §4.2), and the application may have made it. */
    @Override
    public boolean canBeLate() {
        String value = sent;
        return value != null && value.startsWith(BEARER + " ");
    }

    @Override
    public boolean hasPut() {
        return sent != null;
    }

    @Override
    public boolean isStillOn(ClientRequestContext request) {
        List<Object> values = request.getHeaders().getOrDefault(HttpHeaders.AUTHORIZATION, List.of());
        return values.size() == 1 && values.get(0).equals(sent);
    }
}
