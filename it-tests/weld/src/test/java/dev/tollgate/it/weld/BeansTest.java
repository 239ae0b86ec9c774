package dev.tollgate.it.weld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.Tollgate;
import dev.tollgate.rest.realm.Realms;
import dev.tollgate.rest.wiring.RefreshTokenInterceptor;
import dev.tollgate.rest.wiring.TollgateExtension;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shapes that an application may give to its beans. Each test starts an application of its own. */
class BeansTest {

    private final ClassLoader outside = Thread.currentThread().getContextClassLoader();
    private final Config unconfigured =
            ConfigProviderResolver.instance().getBuilder().build();

    @TokenRealm("desk")
    interface DeskClient {}

    @BeforeEach
    void applicationHasNoConfiguration() {
        ClassLoader application = new URLClassLoader(new URL[0], outside);
        ConfigProviderResolver.instance().registerConfig(unconfigured, application);
        Thread.currentThread().setContextClassLoader(application);
    }

    @AfterEach
    void applicationHasEnded() {
        ConfigProviderResolver.instance().releaseConfig(unconfigured);
        Thread.currentThread().setContextClassLoader(outside);
    }

    @Test
    void sourceMayHaveADecorator() {
        try (WeldContainer application = start(PlainSource.class, Frame.class)) {
            assertThat(desk(application).tokens().accessToken()).isEqualTo("framed plain");
        }
    }

    @ApplicationScoped
    static class PlainSource implements TokenSource {
        @Override
        public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
            return acquire(request);
        }

        @Override
        public CompletionStage<TokenSet> acquire(TokenRequest request) {
            return CompletableFuture.completedFuture(TokenSet.of("plain").build());
        }

        @Override
        public boolean canAcquire() {
            return true;
        }
    }

    @Decorator
    @Priority(Interceptor.Priority.APPLICATION)
    abstract static class Frame implements TokenSource {
        @Inject
        @Delegate
        @Any
        TokenSource framed;

        @Override
        public CompletionStage<TokenSet> acquire(TokenRequest request) {
            return framed.acquire(request).thenApply(tokens -> TokenSet.of("framed " + tokens.accessToken())
                    .build());
        }
    }

    @Test
    void refreshMethodMayImplementThatOfAGenericInterface() {
        try (WeldContainer application = start(GenericDesk.class)) {
            assertThat(renewed(application)).isEqualTo("renewed");
        }
    }

    interface Renewing<T> {
        T renew(T current);
    }

    @ApplicationScoped
    static class GenericDesk implements Renewing<TokenSet> {
        @Override
        @RefreshToken
        public TokenSet renew(TokenSet current) {
            return TokenSet.of("renewed").build();
        }
    }

    @Test
    void refreshMethodMayOverrideOneThatIsMarkedToo() {
        try (WeldContainer application = start(OverridingDesk.class)) {
            assertThat(renewed(application)).isEqualTo("renewed");
        }
    }

    abstract static class AbstractDesk<T> {
        @RefreshToken
        public abstract T renew(T current);
    }

    @ApplicationScoped
    static class OverridingDesk extends AbstractDesk<TokenSet> {
        @Override
        @RefreshToken
        public TokenSet renew(TokenSet current) {
            return TokenSet.of("renewed").build();
        }
    }

    @Test
    void refreshMethodMayNarrowWhatTheOneReturnsThatItOverrides() {
        try (WeldContainer application = start(NarrowingDesk.class)) {
            assertThat(renewed(application)).isEqualTo("renewed");
        }
    }

    abstract static class WideDesk {
        @RefreshToken
        public abstract Object renew(TokenSet current);
    }

    @ApplicationScoped
    static class NarrowingDesk extends WideDesk {
        @Override
        @RefreshToken
        public TokenSet renew(TokenSet current) {
            return TokenSet.of("renewed").build();
        }
    }

    @Test
    void alternativeRefreshesInsteadOfTheBeanThatItReplaces() {
        try (WeldContainer application = start(DependentDesk.class, OtherDesk.class)) {
            assertThat(renewed(application)).isEqualTo("otherwise");
        }
    }

    @Alternative
    @Priority(Interceptor.Priority.APPLICATION)
    @ApplicationScoped
    static class OtherDesk extends DependentDesk {
        @Override
        @RefreshToken
        public TokenSet renew(TokenSet current) {
            return TokenSet.of("otherwise").build();
        }
    }

    @Test
    void dependentBeanIsMadeOnceForAllItsRefreshes() {
        DependentDesk.MADE.set(0);
        try (WeldContainer application = start(DependentDesk.class)) {
            renewed(application);
            renewed(application);

            assertThat(DependentDesk.MADE).hasValue(1);
        }
    }

    @Dependent
    static class DependentDesk {
        static final AtomicInteger MADE = new AtomicInteger();

        DependentDesk() {
            MADE.incrementAndGet();
        }

        @RefreshToken
        public TokenSet renew(TokenSet current) {
            return TokenSet.of("renewed").build();
        }
    }

    @Test
    void ownRefreshThatBringsNothingHasUsedUpTheRefreshToken() {
        try (WeldContainer application = start(RotatingDesk.class)) {
            renewed(application);

            application.select(RotatingDesk.class).get().renew("nothing");

            assertThat(desk(application).status().state()).isEqualTo(GateStatus.State.SESSION_EXPIRED);
        }
    }

    @ApplicationScoped
    static class RotatingDesk {
        @RefreshToken
        public @Nullable TokenSet renew(String refreshToken) {
            return refreshToken.equals("nothing")
                    ? null
                    : TokenSet.of("renewed").refreshToken("another").build();
        }
    }

    private static WeldContainer start(Class<?>... beans) {
        return new Weld()
                .disableDiscovery()
                .addExtension(new TollgateExtension())
                .addBeanClasses(Realms.class, RefreshTokenInterceptor.class, DeskClient.class)
                .addBeanClasses(beans)
                .initialize();
    }

    private static Realm desk(WeldContainer application) {
        return application.select(Tollgate.class).get().realm("desk");
    }

    private static String renewed(WeldContainer application) {
        Realm desk = desk(application);
        desk.signIn(TokenSet.of("old").refreshToken("first").build());
        return desk.refresh().toCompletableFuture().join().accessToken();
    }
}
