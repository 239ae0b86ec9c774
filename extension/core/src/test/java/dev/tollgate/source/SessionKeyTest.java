package dev.tollgate.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionKeyTest {

    @Test
    void partsThatDifferNeverHaveTheSameKey() {
        assertThat(SessionKey.of("a|b", "c")).isNotEqualTo(SessionKey.of("a", "b|c"));
        assertThat(SessionKey.of("a\\", "|b")).isNotEqualTo(SessionKey.of("a\\|", "b"));
        assertThat(SessionKey.of("a", "b")).isNotEqualTo(SessionKey.of("a|b"));
    }

    @Test
    void samePartsHaveTheSameKey() {
        assertThat(SessionKey.of("https://id", "alice")).isEqualTo(SessionKey.of("https://id", "alice"));
    }
}
