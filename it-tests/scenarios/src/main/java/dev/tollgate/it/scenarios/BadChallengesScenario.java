package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.badinput.BadInput;
import dev.tollgate.it.scenarios.badinput.Challenges.Fate;
import dev.tollgate.it.scenarios.client.FrailClient;
import dev.tollgate.rest.Realm;
import dev.tollgate.testkit.Answer;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Odd challenges of a resource server: is the call replayed, or does its 401 reach the caller? */
public abstract class BadChallengesScenario extends ShopScenario {

    @Inject
    @RestClient
    FrailClient frail;

    @Override
    @BeforeEach
    protected void signInAnew() {
        server.reset();
        frail.login(credentials("alice"));
    }

    @Override
    protected Realm realm() {
        return tollgate.realm("frail");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.tollgate.it.scenarios.badinput.Challenges#all")
    void challengeDecidesWhetherTheCallIsReplayed(BadInput<List<String>> odd) {
        server.faults().next("/api", refusal(odd.given()));

        if (odd.seen().equals(Fate.REPLAYED.seen())) {
            assertThat(place().getInt("generation")).isEqualTo(1);
            assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
        } else {
            assertThatThrownBy(this::place).satisfies(ShopScenario::isUnauthorized);
            assertThat(server.tokens().refreshAttempts()).isZero();
        }
    }

    private static Answer refusal(List<String> challenges) {
        Answer.Reply refusal = Answer.status(401);
        for (String challenge : challenges) {
            refusal = refusal.header("WWW-Authenticate", challenge);
        }
        return refusal;
    }

    private JsonObject place() {
        return frail.place(credentials("order"));
    }
}
