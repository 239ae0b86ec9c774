package dev.tollgate.oauth2;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends requests for tokens with a proof of the key that these are to be bound to (RFC 9449 §5). */
final class ProvenRequests {

    private static final String NONCE = "DPoP-Nonce";

    private final Nonces nonces = new Nonces();

    /**
     * The answer to {@code request}, which is made once more, with an assertion of its own, where the server asks for a
     * nonce (§8): it has refused the first before it looked at the grant.
     */
    HTTPResponse send(Supplier<HTTPRequest> request, DpopKey key, Function<HTTPRequest, HTTPResponse> wire) {
        HTTPResponse first = sendOnce(request.get(), key, Optional.empty(), wire);
        Optional<String> nonce = nonceOf(first).filter(brought -> TokenAnswers.asksForNonce(first));
        return nonce.isPresent() ? sendOnce(request.get(), key, nonce, wire) : first;
    }

    private HTTPResponse sendOnce(
            HTTPRequest request, DpopKey key, Optional<String> nonce, Function<HTTPRequest, HTTPResponse> wire) {
        URI server = request.getURI();
        request.setDPoP(key.proof(request.getMethod().name(), server, nonce.or(() -> nonces.of(server))));
        HTTPResponse answer = wire.apply(request);
        nonceOf(answer).ifPresent(brought -> nonces.learn(server, brought));
        return answer;
    }

    private static Optional<String> nonceOf(HTTPResponse answer) {
        return Optional.ofNullable(answer.getHeaderValue(NONCE));
    }
}
