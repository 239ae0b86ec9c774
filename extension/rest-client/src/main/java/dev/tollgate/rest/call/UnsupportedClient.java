package dev.tollgate.rest.call;

import dev.tollgate.rest.realm.ClientProfile;
import dev.tollgate.source.TokenFailure;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.reflect.Method;

/** A REST client without a {@link dev.tollgate.rest.replay.Replay}: a realm there would keep half of its promises. */
final class UnsupportedClient {

    private UnsupportedClient() {}

    static ProcessingException refusal(ClientProfile profile, Method method, ClientRequestContext request) {
        String realm = profile.realm().name();
        String message = "realm '" + realm + "': " + profile.describe(method)
                + " was not sent: its REST client (" + request.getClass().getName()
                + ") is not supported. A realm needs"
                + " RESTEasy (WildFly, Open Liberty, Weld SE) or, with dev.tollgate:tollgate-quarkus, the client of"
                + " quarkus-rest-client. Take the client out of the realm, or switch the realm off with tollgate."
                + realm
                + ".enabled=false";
        return new ProcessingException(message, new TokenFailure.Configuration(message));
    }
}
