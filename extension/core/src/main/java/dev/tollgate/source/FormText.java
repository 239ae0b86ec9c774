package dev.tollgate.source;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads an answer that is written as a form ({@code application/x-www-form-urlencoded}). */
final class FormText {

    private FormText() {}

    /** Whether it is said to be one, or plain text, as which some servers send it. */
    static boolean isForm(Optional<String> contentType) {
        String type = contentType.orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/x-www-form-urlencoded") || type.equals("text/plain");
    }

    /** The first value of each parameter. */
    static Map<String, String> parameters(String body) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : body.strip().split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                decoded(pair.substring(0, equals)).ifPresent(name -> decoded(pair.substring(equals + 1))
                        .ifPresent(value -> parameters.putIfAbsent(name, value)));
            }
        }
        return parameters;
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a percent sign without a number
        }
    }
}
