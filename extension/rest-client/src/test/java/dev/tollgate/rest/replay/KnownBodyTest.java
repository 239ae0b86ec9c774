package dev.tollgate.rest.replay;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Known is what is listed; anything else is copied, or not sent again. */
@SuppressWarnings({"UnusedVariable", "UnusedMethod", "EffectivelyPrivate", "UnnecessaryStringBuilder"
}) // read by reflection
class KnownBodyTest {

    private enum Size {
        SMALL
    }

    private record Line(String item, int count, BigDecimal price) {}

    private record Order(Instant at, Size size, List<Line> lines, Map<String, Object> more, Optional<Line> last) {}

    private static class Base {
        final String id = "1";
    }

    private static final class Bean extends Base {
        @Nullable
        Bean next;

        Object[] values = {1, "two", new int[] {3}};
    }

    private record Rows(Iterator<String> rows) {}

    private record Later(Supplier<String> text) {}

    private static final class Cursor extends AbstractList<String> {
        private final String row = "one";

        @Override
        public String get(int index) {
            throw new AssertionError("has been read");
        }

        @Override
        public int size() {
            throw new AssertionError("has been read");
        }
    }

    private static final class Computed {
        public long getNow() {
            return System.nanoTime();
        }
    }

    @ParameterizedTest
    @MethodSource("fixed")
    void bodyThatCannotChangeIsWrittenAgainWithoutACopy(Object body) {
        KnownBody known = KnownBody.of(body, BodyWriting.BUILT_IN, true);

        assertThat(known.isToBeCopied()).isFalse();
        assertThat(known.isTheSameAgain()).isTrue();
    }

    static Stream<Object> fixed() {
        return Stream.of("text", 1, 1L, 2.5, BigDecimal.ONE, true, 'c', new byte[] {1}, Json.createValue("one"));
    }

    @Test
    void formOfTextsIsCopiedSinceItMayChangeAndWrittenAgainIfItDidNotFit() {
        for (Object body : List.of(new Form("item", "1"), new Form("item", "1").asMap())) {
            KnownBody known = KnownBody.of(body, BodyWriting.BUILT_IN, true);

            assertThat(known.isToBeCopied()).isTrue();
            assertThat(known.isTheSameAgain()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("plain")
    void plainObjectIsTheSameToAJsonProvider(Object body) {
        assertThat(KnownBody.of(body, BodyWriting.JSON, true).isTheSameAgain()).isTrue();
        assertThat(KnownBody.of(body, BodyWriting.OTHER, true).isTheSameAgain()).isFalse();
    }

    static Stream<Object> plain() {
        Line line = new Line("one", 1, BigDecimal.TEN);
        Bean bean = new Bean();
        bean.next = bean;
        return Stream.of(
                line,
                new Order(Instant.EPOCH, Size.SMALL, List.of(line), Map.of("a", List.of(1)), Optional.of(line)),
                bean,
                List.of(line),
                new ArrayList<>(List.of("a", Map.of("b", new Line[] {line}))),
                Arrays.asList(1, null),
                Map.of("item", 1),
                Optional.of(line));
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void anythingElseIsKnownToNobody(Object body) {
        for (BodyWriting writing : List.of(BodyWriting.BUILT_IN, BodyWriting.JSON, BodyWriting.OTHER)) {
            KnownBody known = KnownBody.of(body, writing, true);

            assertThat(known.isToBeCopied()).isTrue();
            assertThat(known.isTheSameAgain()).isFalse();
        }
    }

    static Stream<Object> unknown() {
        StreamingOutput output = out -> out.write(1);
        MultivaluedMap<String, Object> streams = new MultivaluedHashMap<>();
        streams.add("part", new ByteArrayInputStream(new byte[1]));
        return Stream.of(
                new ByteArrayInputStream(new byte[1]),
                new StringReader("x"),
                output,
                List.of("a").iterator(),
                Stream.of("a"),
                new AtomicInteger(1),
                new StringBuilder("x"),
                streams,
                new Rows(List.of("a").iterator()),
                new Later(() -> "a"),
                new Cursor(),
                Collections.unmodifiableList(new Cursor()),
                new Computed(),
                Map.of("part", new ByteArrayInputStream(new byte[1])),
                List.of(Optional.of(new StringReader("x"))),
                new Object[] {output},
                Set.of(new Rows(List.of("a").iterator())));
    }

    @ParameterizedTest
    @MethodSource("changeable")
    void bodyThatItsCallerMayChangeMeanwhileIsSentAgainFromTheCopyAlone(Object body) {
        for (BodyWriting writing : List.of(BodyWriting.BUILT_IN, BodyWriting.JSON, BodyWriting.OTHER)) {
            KnownBody known = KnownBody.of(body, writing, false);

            assertThat(known.isToBeCopied()).isTrue();
            assertThat(known.isTheSameAgain()).isFalse();
        }
    }

    static Stream<Object> changeable() {
        return Stream.concat(plain(), Stream.of(new Form("item", "1"), new Form("item", "1").asMap()));
    }

    @ParameterizedTest
    @MethodSource("fixed")
    void bodyThatNobodyCanChangeIsNotCopiedForACallerThatGoesOnEither(Object body) {
        assertThat(KnownBody.of(body, BodyWriting.BUILT_IN, false).isToBeCopied())
                .isEqualTo(body instanceof byte[]);
    }

    @Test
    void bytesAreTheSameUntilTheirCallerChangesThem() {
        byte[] bytes = {1, 2, 3};
        KnownBody known = KnownBody.of(bytes, BodyWriting.BUILT_IN, false);

        assertThat(known.isToBeCopied()).isTrue();
        assertThat(known.isTheSameAgain()).isTrue();
        bytes[1] = 9;
        assertThat(known.isTheSameAgain()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(BodyWriting.class)
    void noBodyIsTheSameHoweverItIsWritten(BodyWriting writing) {
        assertThat(KnownBody.of(null, writing, false).isTheSameAgain()).isTrue();
        assertThat(KnownBody.of("text", BodyWriting.OTHER, true).isTheSameAgain())
                .isFalse();
    }

    @Test
    void fileIsTheSameUntilItIsWrittenTo(@TempDir Path folder) throws IOException {
        File content = Files.writeString(folder.resolve("upload"), "before").toFile();
        KnownBody known = KnownBody.of(content, BodyWriting.BUILT_IN, true);

        assertThat(known.isTheSameAgain()).isTrue();
        Files.writeString(content.toPath(), "and after");
        assertThat(known.isTheSameAgain()).isFalse();
        Files.delete(content.toPath());
        assertThat(known.isTheSameAgain()).isFalse();
    }
}
