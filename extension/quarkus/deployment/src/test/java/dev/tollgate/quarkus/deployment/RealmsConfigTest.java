package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.quarkus.config.RealmsConfig.RealmConfig;
import io.quarkus.runtime.annotations.ConfigDocDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The configuration editor shows the keys of the guides, which other tests hold against the code that reads them. */
class RealmsConfigTest {

    private static final Path GUIDES = Path.of("../../../src-docs/guide");
    private static final Pattern ROW =
            Pattern.compile("^\\|`([a-z-]+)` \\|(?:`([^`]*)`|[^|]*?) \\|", Pattern.MULTILINE);

    @Test
    void keysAndDefaultsAreThoseOfTheGuides() throws IOException {
        Map<String, String> told = told("oauth2.adoc");
        told.putAll(told("configuration.adoc"));

        assertThat(shown()).hasSizeGreaterThan(50).containsExactlyEntriesOf(told);
    }

    /** By their keys; empty where the default is not a value. */
    private static Map<String, String> told(String guide) throws IOException {
        String text = Files.readString(GUIDES.resolve(guide));
        return ROW.matcher(text.substring(text.indexOf("tag::keys[]"), text.indexOf("end::keys[]")))
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> Optional.ofNullable(row.group(2)).orElse(""),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static Map<String, String> shown() {
        return Arrays.stream(RealmConfig.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == Optional.class)
                .collect(Collectors.toMap(
                        RealmsConfigTest::key, RealmsConfigTest::byDefault, (one, other) -> one, TreeMap::new));
    }

    private static String key(Method method) {
        return method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String byDefault(Method method) {
        return Optional.ofNullable(method.getAnnotation(ConfigDocDefault.class))
                .map(ConfigDocDefault::value)
                .orElse("");
    }
}
