package dev.tollgate.rest.realm;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/**
 * The text of a property. MicroProfile Config takes one whose expression cannot be resolved for missing (section 3.4): the
 * default would hold where somebody has written something else, so it is a mistake here.
 */
public final class PropertyText {

    /** One without a default. */
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^${}:]+)}");

    private PropertyText() {}

    /** The value; empty if there is none, or if it is a mistake that goes to {@code problems}. */
    public static Optional<String> of(Config config, String property, Problems problems) {
        try {
            Optional<String> text = config.getOptionalValue(property, String.class);
            Optional<String> unresolved = unresolved(config, property, text);
            unresolved.ifPresent(written -> problems.add(mistake(config, property, written)));
            return unresolved.isPresent() ? Optional.empty() : text.map(String::trim);
        } catch (RuntimeException e) {
            // not what it says: some quote the value
            problems.add(
                    property + ": cannot be read. It has an expression that refers to itself, or needs a handler of"
                            + " secret keys that is not there");
            return Optional.empty();
        }
    }

    /** The property as it is written, if that cannot be resolved. */
    private static Optional<String> unresolved(Config config, String property, Optional<String> text) {
        ConfigValue value = config.getConfigValue(property);
        Optional<String> written = Optional.ofNullable(value.getRawValue());
        boolean unresolved = text.isEmpty() ? value.getValue() == null : isLeftAsItIs(config, text, written);
        return unresolved ? written : Optional.empty();
    }

    /** Some implementations leave an expression that they cannot resolve as it is. */
    private static boolean isLeftAsItIs(Config config, Optional<String> text, Optional<String> written) {
        boolean expressions = config.getOptionalValue(Config.PROPERTY_EXPRESSIONS_ENABLED, Boolean.class)
                .orElse(true);
        return expressions
                && text.equals(written)
                && EXPRESSION.matcher(text.orElse("")).find();
    }

    /** Shows the expressions only: what is written beside them may be a secret. */
    private static String mistake(Config config, String property, String written) {
        List<String> names = EXPRESSION
                .matcher(written)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .filter(name -> !isThere(config, name))
                .toList();
        return names.isEmpty()
                ? property + ": an expression in it cannot be resolved"
                : names.stream().map(name -> "${" + name + "}").collect(Collectors.joining(", ", property + ": ", ""))
                        + " cannot be resolved. Set " + String.join(", ", names) + ", or write a default, ${"
                        + names.get(0) + ":...}";
    }

    private static boolean isThere(Config config, String name) {
        try {
            return config.getOptionalValue(name, String.class).isPresent();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
