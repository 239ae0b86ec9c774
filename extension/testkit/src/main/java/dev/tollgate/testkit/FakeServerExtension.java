package dev.tollgate.testkit;

import dev.tollgate.time.TimeSource;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A {@link FakeServer} for a test class and its nested classes, reset before each test: register it as a static field,
 * or by name for {@code FakeServer} parameters alone. As an instance field it is a server for each test.
 */
public final class FakeServerExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(FakeServerExtension.class);

    private final TimeSource time;
    private @Nullable FakeServer running;

    /** Tokens age by the clocks of this machine. */
    public FakeServerExtension() {
        this(TimeSource.system());
    }

    /** Tokens age by {@code time}. */
    public FakeServerExtension(TimeSource time) {
        this.time = time;
    }

    /** The server, started if need be. */
    public synchronized FakeServer server() {
        FakeServer server = running;
        if (server == null) {
            server = FakeServer.start(time);
            running = server;
        }
        return server;
    }

    /** {@link FakeServer#uri()}. */
    public URI uri() {
        return server().uri();
    }

    /** {@link FakeServer#uri(String)}. */
    public URI uri(String path) {
        return server().uri(path);
    }

    /** {@link FakeServer#tokens()}. */
    public AuthorizationServer tokens() {
        return server().tokens();
    }

    /** {@link FakeServer#resources()}. */
    public ResourceServer resources() {
        return server().resources();
    }

    /** {@link FakeServer#requests()}. */
    public Recorder requests() {
        return server().requests();
    }

    /** {@link FakeServer#faults()}. */
    public Faults faults() {
        return server().faults();
    }

    /** {@link FakeServer#hold(String)}. */
    public Hold hold(String pathPrefix) {
        return server().hold(pathPrefix);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        closeWith(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        closeWith(context);
        server().reset();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FakeServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server();
    }

    /**
     * JUnit closes what is in the store of a context that ends. A nested class and a test find what the class around them
     * has stored, and so do not close its server.
     */
    private void closeWith(ExtensionContext context) {
        context.getStore(NAMESPACE).getOrComputeIfAbsent(this, key -> closer(), AutoCloseable.class);
    }

    private AutoCloseable closer() {
        return this::stop;
    }

    private synchronized void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }
}
