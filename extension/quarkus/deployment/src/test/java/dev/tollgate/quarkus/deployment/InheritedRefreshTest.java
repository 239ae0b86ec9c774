package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.Tollgate;
import dev.tollgate.token.TokenSet;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A bean that nobody asks for refreshes by the method that its class inherits. */
class InheritedRefreshTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(
                    Renewal.class,
                    AnyTokens.class,
                    InheritingTokens.class,
                    OverridingTokens.class,
                    OverriddenTokens.class,
                    GenericTokens.class,
                    WideTokens.class,
                    NarrowTokens.class))
            .overrideConfigKey("tollgate.realms", "inheriting,overriding,generic,narrow");

    @Inject
    Tollgate tollgate;

    @Test
    void inheritedMethodRefreshes() {
        assertThat(renewed("inheriting")).isEqualTo("renewed by rt");
    }

    @Test
    void overriddenMethodIsNoSecondOne() {
        assertThat(renewed("overriding")).isEqualTo("overridden");
    }

    /** The compiler adds a method with the erased type, and gives it the annotations as well. */
    @Test
    void methodOfTheCompilerIsNoSecondOne() {
        assertThat(renewed("generic")).isEqualTo("renewed by rt");
    }

    @Test
    void methodWithANarrowerResultIsTheOneThatIsMeant() {
        assertThat(renewed("narrow")).isEqualTo("renewed by rt");
    }

    private String renewed(String realm) {
        tollgate.realm(realm).signIn(TokenSet.of("first").refreshToken("rt").build());
        return tollgate.realm(realm).refresh().toCompletableFuture().join().accessToken();
    }

    /** Whatever is needed to renew tokens. */
    interface Renewal<T> {
        TokenSet renew(T with);
    }

    /** What all realms have in common. */
    public abstract static class AnyTokens {

        /** Refreshes. */
        @RefreshToken
        public TokenSet renew(String refreshToken) {
            return TokenSet.of("renewed by " + refreshToken).build();
        }
    }

    /** Has nothing of its own. */
    @ApplicationScoped
    @TokenRealm("inheriting")
    public static class InheritingTokens extends AnyTokens {}

    /** Knows better. */
    @ApplicationScoped
    @TokenRealm("overriding")
    public static class OverridingTokens extends AnyTokens {

        @Override
        @RefreshToken
        public TokenSet renew(String refreshToken) {
            return TokenSet.of("overridden").build();
        }
    }

    /** Refreshes nothing: the annotation of a method goes when it is overridden. */
    @ApplicationScoped
    @TokenRealm("nowhere")
    public static class OverriddenTokens extends AnyTokens {

        @Override
        public TokenSet renew(String refreshToken) {
            return TokenSet.of("never").build();
        }
    }

    /** Takes a parameter of another type than its interface. */
    @ApplicationScoped
    @TokenRealm("generic")
    public static class GenericTokens implements Renewal<String> {

        @Override
        @RefreshToken
        public TokenSet renew(String with) {
            return TokenSet.of("renewed by " + with).build();
        }
    }

    /** Says little of what it returns. */
    public abstract static class WideTokens {

        /** Refreshes. */
        @RefreshToken
        public abstract Object renew(String with);
    }

    /** Says more. */
    @ApplicationScoped
    @TokenRealm("narrow")
    public static class NarrowTokens extends WideTokens {

        @Override
        @RefreshToken
        public TokenSet renew(String with) {
            return TokenSet.of("renewed by " + with).build();
        }
    }
}
