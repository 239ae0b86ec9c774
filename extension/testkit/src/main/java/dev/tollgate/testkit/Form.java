package dev.tollgate.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parameters as forms and queries encode them. */
record Form(Map<String, List<String>> values) {

    private static final Set<String> REPEATABLE = Set.of("resource", "audience");

    /**
     * Decodes a form or a query.
     *
     * @throws IllegalArgumentException if it has malformed escapes
     */
    static Form decode(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            values.computeIfAbsent(unescape(name), key -> new ArrayList<>()).add(unescape(value));
        }
        return new Form(values);
    }

    static String unescape(String encoded) {
        return URLDecoder.decode(encoded, UTF_8);
    }

    /** The first value of a parameter; one without a value counts as missing (RFC 6749 §3.2). */
    @Nullable
    String get(String name) {
        String value = values.getOrDefault(name, List.of("")).get(0);
        return value.isEmpty() ? null : value;
    }

    /** Whether what may be there once only is there twice (RFC 6749 §3.2, RFC 8707 §2). */
    boolean repeatsItself() {
        return values.entrySet().stream()
                .anyMatch(each -> each.getValue().size() > 1 && !REPEATABLE.contains(each.getKey()));
    }
}
