package dev.tollgate.it.scenarios;

import dev.tollgate.it.scenarios.sessions.CurrentUser;
import dev.tollgate.it.scenarios.sessions.Members;
import dev.tollgate.rest.Realm;
import dev.tollgate.source.SessionKey;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;

/** A realm with many users. Nobody is signed in. */
public abstract class ManyUsersScenario extends ShopScenario {

    @Override
    @BeforeEach
    protected void signInAnew() {
        server.reset();
        server.tokens().user("bob", "bob");
        realm().sessions().forEach(session -> realm().session(session.session()).signOut());
    }

    @Override
    protected abstract Realm realm();

    /** The clients of this realm. */
    protected abstract Members members();

    protected Realm realmOf(String user) {
        return realm().session(SessionKey.of(user));
    }

    /** As {@code user} does it, who is known to this thread only. */
    protected static <T> T as(String user, Callable<T> work) throws Exception {
        return CurrentUser.as(user, work);
    }

    protected void login(String user) throws Exception {
        as(user, () -> members().login(account(user)));
    }

    /** Whose token the server has seen. */
    protected String me() {
        return members().me().getString("user");
    }

    protected static JsonObject account(String user) {
        return Json.createObjectBuilder()
                .add("username", user)
                .add("password", user)
                .build();
    }

    protected static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
