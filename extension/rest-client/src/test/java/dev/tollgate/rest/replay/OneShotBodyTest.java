package dev.tollgate.rest.replay;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OneShotBodyTest {

    @ParameterizedTest
    @MethodSource("oneShot")
    void bodyThatIsReadWhileItIsSentCanNotBeSentAgain(Object body) {
        assertThat(OneShotBody.is(body)).isTrue();
    }

    static Stream<Object> oneShot() {
        InputStream stream = new ByteArrayInputStream(new byte[1]);
        StreamingOutput output = out -> out.write(1);
        return Stream.of(
                stream,
                InputStream.nullInputStream(),
                new StringReader("x"),
                output,
                part(),
                List.of(part()),
                Set.of(part()),
                List.of("first", stream),
                List.of(List.of("first"), List.of(output)));
    }

    @ParameterizedTest
    @MethodSource("repeatable")
    void bodyThatIsHeldInMemoryOrInAFileCanBeSentAgain(Object body) {
        assertThat(OneShotBody.is(body)).isFalse();
    }

    static Stream<Object> repeatable() {
        return Stream.of(
                "text",
                new byte[] {1},
                1,
                new File("order.json"),
                new Form("item", "1"),
                Map.of("item", 1),
                List.of(),
                List.of("a", List.of("b")));
    }

    @Test
    void noBodyCanBeSentAgain() {
        assertThat(OneShotBody.is(null)).isFalse();
    }

    private static EntityPart part() {
        return (EntityPart) Proxy.newProxyInstance(
                EntityPart.class.getClassLoader(),
                new Class<?>[] {EntityPart.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> "part";
                });
    }
}
