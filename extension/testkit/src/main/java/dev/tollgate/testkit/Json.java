package dev.tollgate.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** As much JSON (RFC 8259) as the fake server speaks: it writes what it likes, and reads objects. */
final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** An object of names and values in turns; values are null, booleans, numbers, maps, and the rest as strings. */
    static String object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return write(members);
    }

    static String write(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number) {
            return String.valueOf(value);
        }
        if (value instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .map(member -> quote(String.valueOf(member.getKey())) + ":" + write(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return quote(value.toString());
    }

    private static String quote(String raw) {
        StringBuilder quoted = new StringBuilder("\"");
        raw.chars().forEach(c -> quoted.append(escape((char) c)));
        return quoted.append('"').toString();
    }

    private static String escape(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c);
        };
    }

    /**
     * Reads an object whose values are all strings.
     *
     * @throws IllegalArgumentException if {@code text} is anything else
     */
    static Map<String, String> readStrings(String text) {
        return whole(text, json -> json.members(json::string));
    }

    /**
     * Reads an object whose values are strings, whole numbers, lists of such values, or such objects.
     *
     * @throws IllegalArgumentException if {@code text} is anything else
     */
    static Map<String, @Nullable Object> read(String text) {
        return whole(text, json -> json.members(json::value));
    }

    private static <T> T whole(String text, Function<Json, T> read) {
        Json json = new Json(text);
        T value = read.apply(json);
        json.skipSpace();
        json.check(json.at == text.length());
        return value;
    }

    private <T> Map<String, T> members(Supplier<T> value) {
        Map<String, T> members = new LinkedHashMap<>();
        expect('{');
        if (accept('}')) {
            return members;
        }
        do {
            String name = string();
            expect(':');
            check(members.put(name, value.get()) == null);
        } while (accept(','));
        expect('}');
        return members;
    }

    private Object value() {
        skipSpace();
        return switch (at < text.length() ? text.charAt(at) : ' ') {
            case '"' -> string();
            case '{' -> members(this::value);
            case '[' -> list();
            default -> number();
        };
    }

    private List<Object> list() {
        List<Object> entries = new ArrayList<>();
        expect('[');
        if (accept(']')) {
            return entries;
        }
        do {
            entries.add(value());
        } while (accept(','));
        expect(']');
        return entries;
    }

    private Long number() {
        int from = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        check(at > from && at - from < 19);
        return Long.valueOf(text.substring(from, at));
    }

    private String string() {
        expect('"');
        StringBuilder value = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            check(c >= ' ');
            value.append(c == '\\' ? unescape(next()) : c);
        }
        return value.toString();
    }

    private char unescape(char c) {
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw malformed();
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(next(), 16);
            check(digit >= 0);
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private void expect(char c) {
        check(accept(c));
    }

    private boolean accept(char c) {
        skipSpace();
        boolean found = at < text.length() && text.charAt(at) == c;
        at += found ? 1 : 0;
        return found;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char next() {
        check(at < text.length());
        return text.charAt(at++);
    }

    private void check(boolean wellFormed) {
        if (!wellFormed) {
            throw malformed();
        }
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("not a flat JSON object of strings, at character " + at);
    }
}
