package dev.tollgate.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Type;
import org.junit.jupiter.api.Test;

class SessionKeyTest {

    /** Callers choose keys: what falls into one bucket of a hash map is found by its order, if the map sees that it has one. */
    @Test
    void keysOfOneHashAreOrdered() {
        SessionKey one = new SessionKey("AaBB");
        SessionKey other = new SessionKey("BBAa");

        assertThat(one.hashCode()).isEqualTo(other.hashCode());
        assertThat(one).isLessThan(other).isEqualByComparingTo(new SessionKey("AaBB"));
        assertThat(SessionKey.class.getGenericInterfaces())
                .as("what a HashMap looks for")
                .extracting(Type::getTypeName)
                .containsExactly("java.lang.Comparable<dev.tollgate.source.SessionKey>");
    }

    @Test
    void partsThatDifferNeverHaveTheSameKey() {
        assertThat(SessionKey.of("a|b", "c")).isNotEqualTo(SessionKey.of("a", "b|c"));
        assertThat(SessionKey.of("a\\", "|b")).isNotEqualTo(SessionKey.of("a\\|", "b"));
        assertThat(SessionKey.of("a", "b")).isNotEqualTo(SessionKey.of("a|b"));
        assertThat(SessionKey.of("a\\", "b")).isNotEqualTo(SessionKey.of("a|b"));
    }

    @Test
    void samePartsHaveTheSameKey() {
        assertThat(SessionKey.of("https://id", "alice")).isEqualTo(SessionKey.of("https://id", "alice"));
    }
}
