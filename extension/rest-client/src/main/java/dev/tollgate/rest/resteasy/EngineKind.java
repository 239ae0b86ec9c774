package dev.tollgate.rest.resteasy;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import org.jboss.resteasy.client.jaxrs.ClientHttpEngine;

/** What kind of HTTP engine sends a request. Told by name: Open Liberty hides the package of the engines. */
enum EngineKind {
    NON_BLOCKING("AsyncClientHttpEngine"),
    URL_CONNECTION("URLConnectionEngine"),
    OTHER("");

    private static final String PACKAGE = "org.jboss.resteasy.client.jaxrs.engines.";

    /** Not a {@link ClassValue}: the server's classes would keep a value, and with it the application that has ended. */
    private static final Map<Class<?>, EngineKind> KINDS = Collections.synchronizedMap(new WeakHashMap<>());

    private final String type;

    EngineKind(String type) {
        this.type = type;
    }

    static EngineKind of(ClientHttpEngine engine) {
        return KINDS.computeIfAbsent(engine.getClass(), EngineKind::of);
    }

    private static EngineKind of(Class<?> engine) {
        return Stream.of(NON_BLOCKING, URL_CONNECTION)
                .filter(kind -> isOne(engine, PACKAGE + kind.type))
                .findFirst()
                .orElse(OTHER);
    }

    private static boolean isOne(Class<?> engine, String type) {
        return engine.getName().equals(type)
                || Stream.concat(Stream.ofNullable(engine.getSuperclass()), Arrays.stream(engine.getInterfaces()))
                        .anyMatch(above -> isOne(above, type));
    }
}
