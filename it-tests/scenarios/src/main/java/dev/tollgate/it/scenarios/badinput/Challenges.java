package dev.tollgate.it.scenarios.badinput;

import static dev.tollgate.it.scenarios.badinput.Challenges.Fate.HANDED_OVER;
import static dev.tollgate.it.scenarios.badinput.Challenges.Fate.REPLAYED;

import java.util.Arrays;
import java.util.List;

/** What a 401 may say in its {@code WWW-Authenticate} headers, and what becomes of the call. */
public final class Challenges {

    private Challenges() {}

    /** What becomes of a call that was answered 401. */
    public enum Fate {
        /** The token is refreshed and the call sent again. */
        REPLAYED("refreshed and sent again"),
        /** The caller gets the 401; nothing is refreshed. */
        HANDED_OVER("the 401 reaches the caller");

        private final String seen;

        Fate(String seen) {
            this.seen = seen;
        }

        /** For {@link BadInput#seen()}. */
        public String seen() {
            return seen;
        }
    }

    /** The given strings are one header each. */
    public static List<BadInput<List<String>>> all() {
        return List.of(
                row(REPLAYED, "no WWW-Authenticate"),
                row(REPLAYED, "empty WWW-Authenticate", ""),
                row(REPLAYED, "only commas", ", ,,"),
                row(REPLAYED, "Bearer alone", "Bearer"),
                row(REPLAYED, "Bearer in lower case", "bearer realm=\"api\""),
                row(REPLAYED, "invalid_token", "Bearer error=\"invalid_token\""),
                row(REPLAYED, "invalid_token without quotes", "Bearer error=invalid_token"),
                row(REPLAYED, "DPoP", "DPoP algs=\"ES256 PS256\""),
                row(REPLAYED, "DPoP with invalid_token", "DPoP error=\"invalid_token\", algs=\"ES256\""),
                row(REPLAYED, "Basic and Bearer in one header", "Basic realm=\"x\", Bearer realm=\"x\""),
                row(REPLAYED, "token68 before Bearer", "Negotiate YII=, Bearer realm=\"x\""),
                row(REPLAYED, "Basic and Bearer in two headers", "Basic realm=\"x\"", "Bearer realm=\"x\""),
                row(REPLAYED, "quoted comma", "Bearer realm=\"a, Basic b\", error=\"invalid_token\""),
                row(REPLAYED, "quoted quote", "Bearer realm=\"a \\\", error=\\\"x\", error=\"invalid_token\""),
                row(REPLAYED, "quotation that does not end", "Bearer realm=\"api"),
                row(REPLAYED, "nothing but rubbish", "=;=\"\""),
                row(REPLAYED, "Bearer and insufficient_scope of DPoP", "DPoP error=\"insufficient_scope\", Bearer"),
                row(HANDED_OVER, "insufficient_scope", "Bearer error=\"insufficient_scope\", scope=\"admin\""),
                row(HANDED_OVER, "invalid_request", "Bearer error=\"invalid_request\""),
                row(HANDED_OVER, "step-up", "Bearer error=\"insufficient_user_authentication\", acr_values=\"gold\""),
                row(HANDED_OVER, "DPoP nonce", "DPoP error=\"use_dpop_nonce\""),
                row(HANDED_OVER, "Basic only", "Basic realm=\"api\""),
                row(HANDED_OVER, "Digest only", "Digest realm=\"a, Bearer\", qop=\"auth, auth-int\", nonce=\"7\""),
                row(HANDED_OVER, "unknown scheme", "Hoba result=\"1\""),
                row(HANDED_OVER, "Bearer is only a parameter", "Newauth Bearer=\"x\""),
                row(HANDED_OVER, "two schemes, neither of tokens", "Basic realm=\"x\"", "Negotiate"));
    }

    private static BadInput<List<String>> row(Fate fate, String name, String... headers) {
        return new BadInput<>("401: " + name, Arrays.asList(headers), fate.seen());
    }
}
