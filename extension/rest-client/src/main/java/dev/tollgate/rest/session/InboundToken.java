package dev.tollgate.rest.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tollgate.rest.replay.Present;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The access token with which the request being served came: that of MicroProfile JWT, else that of its header
 * {@code Authorization} (RFC 6750 section 2.1).
 */
public final class InboundToken {

    private static final String SCHEME = "Bearer ";
    private static final int FINGERPRINT_BYTES = 16;

    private final Optional<InboundHeaders> headers;

    private InboundToken(Optional<InboundHeaders> headers) {
        this.headers = headers;
    }

    /** For any thread. */
    public static InboundToken find() {
        return new InboundToken(Present.of(InboundHeaders.class));
    }

    /** The token of the request that this thread serves; empty if there is none, or more than one. */
    public Optional<String> now() {
        return JsonWebTokenClaims.raw().or(this::ofHeader);
    }

    private Optional<String> ofHeader() {
        return headers.map(known -> known.header("Authorization"))
                .filter(values -> values.size() == 1)
                .map(values -> values.get(0).trim())
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).trim())
                .filter(token -> !token.isEmpty());
    }

    /** What tells {@code token} from others, the same on each node, and does not show it. */
    public static String fingerprint(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
