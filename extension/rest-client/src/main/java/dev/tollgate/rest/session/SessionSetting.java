package dev.tollgate.rest.session;

import java.util.Locale;
import java.util.Optional;

/**
 * What configuration says about whose session a call belongs to.
 *
 * @param kind the choice
 * @param name the name of the header or claim; empty where there is none
 */
public record SessionSetting(Kind kind, String name) {

    /** What is written in a message about a wrong value. */
    public static final String RULE = "must be application, principal, header:<name> or claim:<name>";

    /** All calls share the tokens of the application itself. */
    public static final SessionSetting APPLICATION = new SessionSetting(Kind.APPLICATION, "");

    /** The built-in choices. */
    public enum Kind {
        /** The application itself. */
        APPLICATION,
        /** Issuer and subject of the JSON Web Token of the request being served. */
        PRINCIPAL,
        /** A header of the request being served. */
        HEADER,
        /** A claim of the JSON Web Token of the request being served. */
        CLAIM
    }

    /** Empty if {@code text} is none of the choices. */
    public static Optional<SessionSetting> parse(String text) {
        String[] parts = text.split(":", 2);
        String name = parts.length == 2 ? parts[1].trim() : "";
        return switch (parts[0].trim().toLowerCase(Locale.ROOT)) {
            case "application" -> named(Kind.APPLICATION, name, false);
            case "principal" -> named(Kind.PRINCIPAL, name, false);
            case "header" -> named(Kind.HEADER, name, true);
            case "claim" -> named(Kind.CLAIM, name, true);
            default -> Optional.empty();
        };
    }

    private static Optional<SessionSetting> named(Kind kind, String name, boolean needsName) {
        return name.isEmpty() == needsName ? Optional.empty() : Optional.of(new SessionSetting(kind, name));
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + (name.isEmpty() ? "" : ":" + name);
    }
}
