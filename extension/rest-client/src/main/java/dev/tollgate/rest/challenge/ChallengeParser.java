package dev.tollgate.rest.challenge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code WWW-Authenticate} (RFC 9110 §11.6.1), a comma-separated list of challenges whose parameters are separated
 * by commas too: a word followed by {@code =} is a parameter, a word followed by anything else starts a challenge, and a
 * lone word behind it is its token68. What is malformed is skipped, for a broken header must not break the call.
 */
final class ChallengeParser {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern PARAMETER = Pattern.compile(
            "\\G[\\s,]*(" + TOKEN + ")\\s*=\\s*(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|(" + TOKEN + ")(?=\\s*(?:,|$)))");
    private static final String TOKEN68 = "[A-Za-z0-9._~+/-]+=*";
    private static final Pattern SCHEME =
            Pattern.compile("\\G[\\s,]*(" + TOKEN + ")(?:\\s+" + TOKEN68 + "(?=\\s*(?:,|$))|(?=[\\s,]|$))");
    private static final Pattern REST_OF_ELEMENT = Pattern.compile("\\G[\\s,]*[^\\s,]+");

    private final String header;
    private final List<Challenge> challenges = new ArrayList<>();
    private int position;

    ChallengeParser(String header) {
        this.header = header;
    }

    List<Challenge> challenges() {
        Map<String, String> parameters = new LinkedHashMap<>();
        while (position < header.length()) {
            Matcher parameter = at(PARAMETER);
            Matcher scheme = at(SCHEME);
            if (parameter.lookingAt()) {
                parameters.putIfAbsent(name(parameter), value(parameter));
                position = parameter.end();
            } else if (scheme.lookingAt()) {
                parameters = new LinkedHashMap<>();
                challenges.add(new Challenge(scheme.group(1), parameters));
                position = scheme.end();
            } else {
                skip();
            }
        }
        return challenges;
    }

    private Matcher at(Pattern pattern) {
        return pattern.matcher(header).region(position, header.length()).useAnchoringBounds(true);
    }

    private void skip() {
        Matcher rest = at(REST_OF_ELEMENT);
        position = rest.lookingAt() ? rest.end() : header.length();
    }

    private static String name(Matcher parameter) {
        return parameter.group(1).toLowerCase(Locale.ROOT);
    }

    private static String value(Matcher parameter) {
        String quoted = parameter.group(2);
        return quoted == null ? parameter.group(3) : quoted.replaceAll("\\\\(.)", "$1");
    }
}
