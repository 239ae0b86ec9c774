package dev.tollgate.it.scenarios.badinput;

import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.Answer.Reply;
import java.time.Duration;
import java.util.List;

/** Answers to login and refresh calls. Wherever they hold a token of their own it is {@code at-new} or {@code rt-new}. */
public final class TokenAnswers {

    private static final String UNUSABLE = "realm 'frail': no token can be had now: the answer to FrailClient.refresh ";
    private static final String FAILED = "realm 'frail': no token can be had now: FrailClient.refresh ";
    private static final String OVER = "realm 'frail': the session is over, sign in again: FrailClient.refresh ";
    private static final String LOST =
            ": the server may have used up the refresh token, which is not sent again (rotation=strict)";
    private static final String RFC = " (RFC 6749 section 5.1)";
    private static final String NO_JSON = UNUSABLE + "is not a JSON object" + RFC;
    private static final String NO_TOKEN = UNUSABLE + "has no text \"access_token\"" + RFC;
    private static final String NO_ANSWER = FAILED + "got no usable answer";

    private static final String GOOD = "{\"access_token\":\"at-new\",\"refresh_token\":\"rt-new\",\"expires_in\":3600}";

    /** What is seen of {@link #dripping()}. */
    public static final String DRIPPING =
            "realm 'hasty': no token can be had now: no answer within the time of one attempt";

    /** What is seen where nobody listens. */
    public static final String REFUSED =
            "realm 'lonely': no token can be had now: LonelyClient.refresh did not reach the server";

    private TokenAnswers() {}

    /** After these no token can be had now; the session goes on. */
    public static List<BadInput<Answer>> unavailable() {
        return List.of(
                row("not JSON", json("at-new"), NO_JSON),
                row("HTML", Answer.status(200).body("text/html", "<html>at-new</html>"), NO_JSON),
                row("empty body", Answer.status(200), NO_JSON),
                row("no content", Answer.status(204), NO_JSON),
                row("JSON array", json("[" + GOOD + "]"), NO_JSON),
                row("JSON text", json("\"at-new\""), NO_JSON),
                row("JSON that ends early", json(GOOD.substring(0, 25)), NO_JSON),
                row("no access_token", json("{\"refresh_token\":\"rt-new\"}"), NO_TOKEN),
                row("blank access_token", json("{\"access_token\":\" \"}"), NO_TOKEN),
                row("access_token is a number", json("{\"access_token\":42}"), NO_TOKEN),
                row(
                        "control characters in access_token",
                        json("{\"access_token\":\"at-new\\r\\nX-Admin: yes\"}"),
                        UNUSABLE
                                + "can not be used: access_token must not have control characters, which could start"
                                + " another header"
                                + RFC),
                row("body of 10 MB", tooLarge(), NO_ANSWER),
                row("gzip that is none", json("at-new").header("Content-Encoding", "gzip"), NO_JSON),
                row("body shorter than announced", Answer.cutShort(json(GOOD)), NO_ANSWER),
                row("connection closed before handling", Answer.drop(), NO_ANSWER),
                row("connection closed after handling", Answer.dropAfterHandling(), NO_ANSWER),
                row("302", moved(302), FAILED + "was answered with 302"),
                row("307", moved(307), FAILED + "was answered with 307"),
                row("404", Answer.status(404), FAILED + "was answered with 404"),
                row("408", Answer.status(408), FAILED + "was answered with 408"),
                row("429", Answer.status(429), FAILED + "was answered with 429"),
                row("500", Answer.status(500).body("text/plain", "at-new"), FAILED + "was answered with 500"),
                row("502", Answer.status(502), FAILED + "was answered with 502"),
                row("503 with Retry-After", retryAfter("120"), FAILED + "was answered with 503"),
                row("503 with an unreadable Retry-After", retryAfter("soon"), FAILED + "was answered with 503"),
                row("504", Answer.status(504), FAILED + "was answered with 504"),
                row(
                        "invalid_request",
                        error("invalid_request"),
                        FAILED
                                + "was answered with 400 invalid_request (look at client-id, grant, scope and"
                                + " resource)"),
                row(
                        "invalid_client",
                        error("invalid_client"),
                        FAILED
                                + "was answered with 400 invalid_client (look at client-id, client-secret and"
                                + " client-authentication)"),
                row(
                        "unauthorized_client",
                        error("unauthorized_client"),
                        FAILED
                                + "was answered with 400 unauthorized_client (look at client-id and grant: the client"
                                + " may not use this grant)"),
                row(
                        "unsupported_grant_type",
                        error("unsupported_grant_type"),
                        FAILED + "was answered with 400 unsupported_grant_type (look at grant)"),
                row(
                        "invalid_scope",
                        error("invalid_scope"),
                        FAILED + "was answered with 400 invalid_scope (look at scope)"),
                row(
                        "unknown OAuth error",
                        error("at_home"),
                        FAILED
                                + "was answered with 400 at_home (not an error of RFC 6749; if it ends the session,"
                                + " add it to terminal-errors)"),
                row("server_error with 400", error("server_error"), FAILED + "was answered with 400 server_error"),
                row(
                        "200 with an error",
                        json("{\"error\":\"invalid_client\"}"),
                        FAILED
                                + "was answered with 200 invalid_client (look at client-id, client-secret and"
                                + " client-authentication)"));
    }

    /** After these somebody has to sign in. */
    public static List<BadInput<Answer>> sessionOver() {
        return List.of(
                row("invalid_grant", error("invalid_grant"), OVER + "was answered with 400 invalid_grant"),
                row("invalid_grant in capitals", error("INVALID_GRANT"), OVER + "was answered with 400 invalid_grant"),
                row(
                        "200 with invalid_grant",
                        json("{\"error\":\"invalid_grant\",\"error_description\":\"used up\"}"),
                        OVER + "was answered with 200 invalid_grant: used up"),
                row(
                        "invalid_grant as text",
                        Answer.status(503).body("text/plain", "{\"error\":\"invalid_grant\"}"),
                        OVER + "was answered with 503 invalid_grant"),
                row(
                        "invalid_grant as a form",
                        Answer.status(400)
                                .body(
                                        "application/x-www-form-urlencoded",
                                        "error=invalid_grant&error_description=used+up"),
                        OVER + "was answered with 400 invalid_grant: used up"),
                row("OAuth error with a token in it", error("at-new rt-new"), OVER + "was answered with 400"),
                row("400 without an error", Answer.status(400), OVER + "was answered with 400"),
                row("401", Answer.status(401), OVER + "was answered with 401"),
                row("403", Answer.status(403), OVER + "was answered with 403"));
    }

    /** With these a server that ends the session when a refresh token comes twice may have used it up. */
    public static List<BadInput<Answer>> outcomeUnknown() {
        String over = "realm 'strict': the session is over, sign in again: StrictClient.refresh ";
        return List.of(
                row("strict: body of 10 MB", tooLarge(), over + "got no usable answer" + LOST),
                row(
                        "strict: no answer but a status of success",
                        Answer.status(200),
                        "realm 'strict': the session is over, sign in again: the answer to StrictClient.refresh is not"
                                + " a JSON object" + RFC),
                row(
                        "strict: body shorter than announced",
                        Answer.cutShort(json(GOOD)),
                        over + "got no usable answer" + LOST),
                row(
                        "strict: connection closed after handling",
                        Answer.dropAfterHandling(),
                        over + "got no usable answer" + LOST),
                row("strict: 408", Answer.status(408), over + "was answered with 408" + LOST),
                row("strict: 502", Answer.status(502), over + "was answered with 502" + LOST),
                row("strict: 504", Answer.status(504), over + "was answered with 504" + LOST));
    }

    /** What has a test of its own, and nothing that could be given to it. */
    public static List<BadInput<String>> withoutAnswer() {
        return List.of(
                new BadInput<>("one byte a second", "", DRIPPING), new BadInput<>("connection refused", "", REFUSED));
    }

    /** Odd, but good enough: what the next two calls carry, and whether the second is preceded by a refresh. */
    public static List<BadInput<Answer>> accepted() {
        String good = "Bearer at-new";
        String gone = "Bearer at-new, and refreshed again for the next call";
        return List.of(
                row("expires_in is negative", lifetime("-1"), gone),
                row("expires_in is zero", lifetime("0"), gone),
                row("expires_in is huge", lifetime("1e18"), good),
                row("expires_in is a decimal", lifetime("1800.5"), good),
                row("expires_in is a number as text", lifetime("\"3600\""), good),
                row("expires_in is a word", lifetime("\"abc\""), good),
                row("expires_in is an object", lifetime("{}"), good),
                row("expires_in is null", lifetime("null"), good),
                row("no expires_in", json("{\"access_token\":\"at-new\"}"), good),
                row("unknown token_type", type("\"mac\""), "mac at-new"),
                row("token_type in lower case", type("\"bearer\""), good),
                row("another name of Bearer", type("\"BearerToken\""), good),
                row("blank token_type", type("\" \""), good),
                row("token_type is a number", type("1"), good),
                row("fields twice", json("{\"access_token\":\"at-old\",\"access_token\":\"at-new\"}"), good),
                row("wrong content type", Answer.status(200).body("text/plain", GOOD), good),
                row(
                        "a form",
                        Answer.status(200)
                                .body("application/x-www-form-urlencoded", "access_token=at-new&expires_in=3600"),
                        good),
                row("201", Answer.status(201).body("application/json", GOOD), good));
    }

    /** A login that brings tokens which cannot be used fails, whatever its status says. */
    public static List<BadInput<Answer>> unusableLogins() {
        String answer = "the answer to FrailClient.login ";
        return List.of(row(
                "login: control characters in access_token",
                json("{\"access_token\":\"at-new\\u0000\"}"),
                answer
                        + "can not be used: access_token must not have control characters, which could start another"
                        + " header"
                        + RFC));
    }

    /** A login that brings no tokens is no sign-in, and its caller gets what was answered. */
    public static List<BadInput<Answer>> loginsWithoutTokens() {
        String secondFactor = "{\"state\":\"st-1\",\"factor\":\"otp\"}";
        String page = "<html>one moment</html>";
        return List.of(
                row("login: a second factor is wanted", json(secondFactor), "200 " + secondFactor),
                row("login: 202", Answer.status(202).body("application/json", secondFactor), "202 " + secondFactor),
                row("login: no content", Answer.status(204), "204 "),
                row("login: empty body", Answer.status(200), "200 "),
                row("login: HTML", Answer.status(200).body("text/html", page), "200 " + page),
                row("login: not JSON", json("one moment"), "200 one moment"),
                row("login: JSON array", json("[" + secondFactor + "]"), "200 [" + secondFactor + "]"),
                row(
                        "login: an error with 200",
                        json("{\"error\":\"invalid_grant\"}"),
                        "200 {\"error\":\"invalid_grant\"}"),
                row("login: access_token is null", json("{\"access_token\":null}"), "200 {\"access_token\":null}"));
    }

    private static BadInput<Answer> row(String name, Answer given, String seen) {
        return new BadInput<>(name, given, seen);
    }

    private static Reply json(String body) {
        return Answer.status(200).body("application/json", body);
    }

    private static Reply lifetime(String written) {
        return json("{\"access_token\":\"at-new\",\"expires_in\":" + written + "}");
    }

    private static Reply type(String written) {
        return json("{\"access_token\":\"at-new\",\"token_type\":" + written + "}");
    }

    private static Reply moved(int status) {
        return Answer.status(status).header("Location", "/elsewhere");
    }

    private static Reply retryAfter(String when) {
        return Answer.status(503).header("Retry-After", when);
    }

    private static Reply error(String error) {
        return Answer.status(400).body("application/json", "{\"error\":\"" + error + "\"}");
    }

    /** Ten megabytes. */
    public static Reply tooLarge() {
        return json(" ".repeat(10 << 20) + GOOD);
    }

    /** A good answer that takes a second for each byte. */
    public static Answer dripping() {
        return Answer.drip(json(GOOD), Duration.ofSeconds(1));
    }
}
