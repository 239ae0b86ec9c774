package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.principal.CallersToken;
import dev.tollgate.it.scenarios.sessions.ClaimsClient;
import dev.tollgate.it.scenarios.sessions.Members;
import dev.tollgate.it.scenarios.sessions.PrincipalsClient;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.source.SessionKey;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON Web Token of the request being served tells whose session a call belongs to. */
public abstract class PrincipalScenario extends ManyUsersScenario {

    private static final Map<String, Object> ALICE =
            Map.of("iss", "https://id.example.com", "sub", "1", "upn", "sam", "tid", "acme");
    private static final Map<String, Object> BOB =
            Map.of("iss", "https://id.example.com", "sub", "2", "upn", "sam", "tid", "umbrella");

    @Inject
    @RestClient
    PrincipalsClient principals;

    @Inject
    @RestClient
    ClaimsClient claims;

    @Override
    protected Realm realm() {
        return tollgate.realm("principals");
    }

    @Override
    protected Members members() {
        return principals;
    }

    @Override
    @BeforeEach
    protected void signInAnew() {
        super.signInAnew();
        Realm tenants = tollgate.realm("claims");
        tenants.sessions().forEach(session -> tenants.session(session.session()).signOut());
    }

    @Test
    void equalNamesOfDifferentSubjectsAreDifferentSessions() throws Exception {
        with(ALICE, () -> principals.login(account("alice")));
        with(BOB, () -> principals.login(account("bob")));

        assertThat(with(ALICE, this::me)).isEqualTo("alice");
        assertThat(with(BOB, this::me)).isEqualTo("bob");
        assertThat(with(ALICE, () -> get(principals.meLater())).getString("user"))
                .isEqualTo("alice");
    }

    @Test
    void equalSubjectsOfDifferentIssuersAreDifferentSessions() throws Exception {
        with(ALICE, () -> principals.login(account("alice")));

        assertThatThrownBy(() -> with(changed(ALICE, "iss", "https://other.example.com"), this::me))
                .isInstanceOf(SessionExpiredException.class);
        assertThat(server.requests().count("/user")).isZero();
    }

    @Test
    void sameSubjectWithANewTokenIsTheSameSession() throws Exception {
        with(ALICE, () -> principals.login(account("alice")));

        assertThat(with(changed(ALICE, "upn", "samantha"), this::me)).isEqualTo("alice");
    }

    @Test
    void callWithoutATokenFailsAndSendsNothing() throws Exception {
        with(ALICE, () -> principals.login(account("alice")));

        assertThatThrownBy(this::me)
                .isInstanceOf(SessionExpiredException.class)
                .hasMessageContainingAll("realm 'principals'", "nobody is signed in", "tollgate.principals.session");
        assertThatThrownBy(() -> get(principals.meLater())).hasRootCauseInstanceOf(SessionExpiredException.class);
        assertThat(server.requests().count("/user")).isZero();
    }

    @Test
    void tokenWithoutASubjectFailsAndSendsNothing() throws Exception {
        with(ALICE, () -> principals.login(account("alice")));

        assertThatThrownBy(() -> with(Map.of("iss", "https://id.example.com", "upn", "sam"), this::me))
                .isInstanceOf(SessionExpiredException.class)
                .hasMessageContaining("no claim sub");
        assertThat(server.requests().count("/user")).isZero();
    }

    @Test
    void claimTellsTheTenant() throws Exception {
        with(ALICE, () -> claims.login(account("alice")));
        with(BOB, () -> claims.login(account("bob")));

        assertThat(with(changed(ALICE, "sub", "3"), this::tenant)).isEqualTo("alice");
        assertThat(with(BOB, this::tenant)).isEqualTo("bob");
    }

    @Test
    void claimIsTheSameHoweverTheRuntimeHandsItOver() throws Exception {
        with(ALICE, () -> claims.login(account("alice")));

        assertThat(with(changed(ALICE, "tid", Json.createValue("acme")), this::tenant))
                .isEqualTo("alice");
        assertThat(with(ALICE, () -> tollgate.realm("claims").session()))
                .isEqualTo(SessionKey.of("https://id.example.com", "acme"));
    }

    @Test
    void missingClaimFailsAndSendsNothing() throws Exception {
        with(ALICE, () -> claims.login(account("alice")));

        assertThatThrownBy(() -> with(Map.of("iss", "https://id.example.com", "sub", "1"), this::tenant))
                .isInstanceOf(SessionExpiredException.class)
                .hasMessageContainingAll("no claim tid", "tollgate.claims.session=claim:tid");
        assertThat(server.requests().count("/user")).isZero();
    }

    @Test
    void claimThatIsNullIsNobodysSession() {
        assertThatThrownBy(() -> with(changed(ALICE, "tid", JsonValue.NULL), () -> claims.login(account("alice"))))
                .isInstanceOf(SessionExpiredException.class)
                .hasMessageContaining("no claim tid");
    }

    static Stream<RuntimeException> withoutARequest() {
        return Stream.of(
                new ContextNotActiveException("RequestScoped"),
                new IllegalStateException("no request"),
                new NullPointerException("token"),
                new IllegalArgumentException("no principal"));
    }

    @ParameterizedTest
    @MethodSource("withoutARequest")
    void implementationThatThrowsWhereNoRequestIsServedIsNobodysSession(RuntimeException thrown) throws Exception {
        with(ALICE, () -> principals.login(account("alice")));

        assertThatThrownBy(() -> with(Map.of("iss", thrown, "sub", thrown), this::me))
                .isInstanceOf(SessionExpiredException.class)
                .hasMessageContaining("tollgate.principals.session=principal");
        assertThatThrownBy(() -> with(Map.of("iss", thrown), () -> get(principals.meLater())))
                .hasRootCauseInstanceOf(SessionExpiredException.class);
        assertThat(server.requests().count("/user")).isZero();
    }

    private String tenant() {
        return claims.me().getString("user");
    }

    private static <T> T with(Map<String, Object> token, Callable<T> work) throws Exception {
        return CallersToken.with(token, work);
    }

    private static Map<String, Object> changed(Map<String, Object> token, String claim, Object value) {
        Map<String, Object> changed = new HashMap<>(token);
        changed.put(claim, value);
        return changed;
    }
}
