package dev.tollgate.it.scenarios;

import dev.tollgate.it.scenarios.custom.Script;
import dev.tollgate.it.scenarios.custom.Service;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.TokenRealm;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;

/** A client that is signed in to a realm of its own. */
public abstract class CustomScenario extends ShopScenario {

    private final Class<? extends Service> type;

    protected CustomScenario(Class<? extends Service> type) {
        this.type = type;
    }

    @BeforeEach
    protected void signInToTheRealm() {
        Script.reset();
        client().login(credentials("alice"));
    }

    protected Service client() {
        return CDI.current().select(type, RestClient.LITERAL).get();
    }

    @Override
    protected Realm realm() {
        return tollgate.realm(
                Objects.requireNonNull(type.getAnnotation(TokenRealm.class)).value());
    }

    /** As messages call it. */
    protected String nameOf(String method) {
        return type.getSimpleName() + "." + method;
    }

    protected Class<? extends Service> type() {
        return type;
    }

    /** What the calls to {@code path} carried in {@code header}, several in one call joined. */
    protected List<String> sent(String path, String header) {
        return server.requests().to(path).stream()
                .map(request -> String.join(" and ", request.headers().getOrDefault(header, List.of())))
                .toList();
    }
}
