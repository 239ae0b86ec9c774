package dev.tollgate.source;

import java.util.Locale;
import java.util.Set;

/** Knows the authentication scheme of a token type (RFC 6749 §7.1). */
final class TokenTypes {

    private static final String BEARER = "Bearer";
    private static final String DPOP = "DPoP";

    /**
     * What servers are known to write for tokens that are presented as Bearer (RFC 6750): Apigee, eBay, Slack, and those
     * that take the type of RFC 8693 for the one of RFC 6749. In lower case, without what separates words.
     */
    private static final Set<String> ALIASES = Set.of(
            "bearer",
            "bearertoken",
            "useraccesstoken",
            "applicationaccesstoken",
            "bot",
            "user",
            "urn:ietf:params:oauth:tokentype:accesstoken",
            "urn:ietf:params:oauth:tokentype:bearer",
            "urn:ietf:params:oauth:tokentype:jwt");

    private TokenTypes() {}

    /** The scheme; the type itself, where no alias of it is known. */
    static String scheme(String tokenType) {
        String type = tokenType.strip();
        String words = type.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
        return ALIASES.contains(words) ? BEARER : DPOP.equalsIgnoreCase(type) ? DPOP : type;
    }
}
