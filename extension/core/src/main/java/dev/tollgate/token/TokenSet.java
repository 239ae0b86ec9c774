package dev.tollgate.token;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a token endpoint answers (RFC 6749 §5.1): an access token, perhaps a refresh token and a lifetime, and whatever
 * else came with them. Immutable. Its {@link #toString()} shows fingerprints only.
 */
public final class TokenSet {

    private static final int SHORTEST_SECRET = 16;

    private final String accessToken;
    private final String tokenType;
    private final @Nullable String refreshToken;
    private final @Nullable Duration expiresIn;
    private final @Nullable String scope;
    private final Map<String, String> attributes;
    private final boolean refreshTokenInDoubt;

    private TokenSet(Builder builder) {
        this.accessToken = builder.accessToken;
        this.tokenType = builder.tokenType;
        this.refreshToken = builder.refreshToken;
        this.expiresIn = builder.expiresIn;
        this.scope = builder.scope;
        this.attributes = Map.copyOf(builder.attributes);
        this.refreshTokenInDoubt = builder.refreshTokenInDoubt;
    }

    /** A token set with only an access token, of type {@code Bearer}; add the rest to the builder. */
    public static Builder of(String accessToken) {
        return new Builder(accessToken);
    }

    /** The access token ({@code access_token}), never blank. */
    public String accessToken() {
        return accessToken;
    }

    /** The scheme by which the access token is presented ({@code token_type}), {@code Bearer} unless told otherwise. */
    public String tokenType() {
        return tokenType;
    }

    /** The refresh token ({@code refresh_token}), if one was issued. */
    public Optional<String> refreshToken() {
        return Optional.ofNullable(refreshToken);
    }

    /**
     * The access token's lifetime ({@code expires_in}) from the moment the set is handed to the gate; empty if nobody
     * knows it. May be zero or negative: such a token has expired on arrival.
     */
    public Optional<Duration> expiresIn() {
        return Optional.ofNullable(expiresIn);
    }

    /** The access token's scope ({@code scope}), if the server told it. */
    public Optional<String> scope() {
        return Optional.ofNullable(scope);
    }

    /** Whatever else belongs to these tokens: an ID token, a key. Never shown anywhere. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** Whatever in it must not be shown: the tokens, and attributes that may be tokens or keys and are no text. */
    public List<String> secrets() {
        Stream<String> others = attributes.values().stream()
                .filter(value -> value.length() >= SHORTEST_SECRET && value.indexOf(' ') < 0);
        return Stream.of(Stream.of(accessToken), refreshToken().stream(), others)
                .flatMap(each -> each)
                .toList();
    }

    /**
     * Whether the refresh token has been sent before in vain, and the server may have used it up all the same. Not so once
     * the server has taken it.
     */
    public boolean isRefreshTokenInDoubt() {
        return refreshTokenInDoubt;
    }

    /**
     * This answer to a refresh of {@code earlier}: what the server left out still holds. A missing refresh token, scope
     * or attribute is the earlier one (RFC 6749 §5.1, §6).
     */
    public TokenSet over(TokenSet earlier) {
        Builder merged = toBuilder();
        if (refreshToken == null) {
            merged.refreshToken(earlier.refreshToken);
        }
        if (scope == null) {
            merged.scope(earlier.scope);
        }
        merged.attributes = new HashMap<>(earlier.attributes);
        merged.attributes.putAll(attributes);
        return merged.build();
    }

    /** A builder that starts with all that is in this set. */
    public Builder toBuilder() {
        Builder builder = new Builder(accessToken)
                .tokenType(tokenType)
                .refreshToken(refreshToken)
                .expiresIn(expiresIn)
                .scope(scope)
                .refreshTokenInDoubt(refreshTokenInDoubt);
        builder.attributes.putAll(attributes);
        return builder;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenSet that
                && accessToken.equals(that.accessToken)
                && tokenType.equals(that.tokenType)
                && Objects.equals(refreshToken, that.refreshToken)
                && Objects.equals(expiresIn, that.expiresIn)
                && Objects.equals(scope, that.scope)
                && refreshTokenInDoubt == that.refreshTokenInDoubt
                && attributes.equals(that.attributes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(accessToken, refreshToken);
    }

    @Override
    public String toString() {
        return tokenType + " " + Fingerprint.of(accessToken)
                + (refreshToken == null ? "" : ", refresh token " + Fingerprint.of(refreshToken))
                + (expiresIn == null ? "" : ", expires in " + expiresIn.toSeconds() + " s");
    }

    /** Collects the parts of a {@link TokenSet}. Not safe for use by several threads. */
    public static final class Builder {

        private static final Pattern SCHEME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

        private final String accessToken;
        private String tokenType = "Bearer";
        private @Nullable String refreshToken;
        private @Nullable Duration expiresIn;
        private @Nullable String scope;
        private Map<String, String> attributes = new HashMap<>();
        private boolean refreshTokenInDoubt;

        private Builder(String accessToken) {
            if (accessToken.isBlank()) {
                throw new IllegalArgumentException("access_token must not be blank");
            }
            this.accessToken = withoutControlCharacters("access_token", accessToken);
        }

        /**
         * {@code token_type}; null keeps {@code Bearer}.
         *
         * @throws IllegalArgumentException if it can not be the name of an authentication scheme
         */
        public Builder tokenType(@Nullable String tokenType) {
            if (tokenType != null) {
                this.tokenType = schemeOf(tokenType);
            }
            return this;
        }

        /** {@code refresh_token}; null or blank means none. */
        public Builder refreshToken(@Nullable String refreshToken) {
            this.refreshToken = refreshToken == null || refreshToken.isBlank()
                    ? null
                    : withoutControlCharacters("refresh_token", refreshToken);
            return this;
        }

        /** {@code expires_in}; null means unknown. */
        public Builder expiresIn(@Nullable Duration expiresIn) {
            this.expiresIn = expiresIn;
            return this;
        }

        /** {@code scope}; null means not told. */
        public Builder scope(@Nullable String scope) {
            this.scope = scope;
            return this;
        }

        /** Whether the server may have used up the refresh token although it has brought nothing for it. */
        public Builder refreshTokenInDoubt(boolean inDoubt) {
            this.refreshTokenInDoubt = inDoubt;
            return this;
        }

        /** Something else that belongs to the tokens. */
        public Builder attribute(String name, String value) {
            attributes.put(name, value);
            return this;
        }

        private static String withoutControlCharacters(String name, String value) {
            if (value.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        name + " must not have control characters, which could start another header");
            }
            return value;
        }

        private static String schemeOf(String tokenType) {
            if (!SCHEME.matcher(tokenType).matches()) {
                throw new IllegalArgumentException("token_type must be the name of an authentication scheme"
                        + " (RFC 9110 section 11.1): letters, digits and !#$%&'*+-.^_`|~");
            }
            return tokenType;
        }

        /** The token set. */
        public TokenSet build() {
            return new TokenSet(this);
        }
    }
}
