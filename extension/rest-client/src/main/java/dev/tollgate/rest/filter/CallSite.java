package dev.tollgate.rest.filter;

import dev.tollgate.gate.TokenGate;
import dev.tollgate.rest.Role;
import dev.tollgate.rest.realm.ActiveRealm;
import dev.tollgate.rest.realm.ClientProfile;
import dev.tollgate.rest.spi.Call;
import dev.tollgate.source.SessionKey;
import java.lang.reflect.Method;

/**
 * Which method of which client is called, by whom and as what.
 *
 * @param profile the client in its realm
 * @param method the method
 * @param role the part that the call plays
 * @param session whose session it belongs to
 */
record CallSite(ClientProfile profile, Method method, Role role, SessionKey session) implements Call {

    ActiveRealm inRealm() {
        return profile.realm();
    }

    TokenGate gate() {
        return inRealm().gate(session);
    }

    void warnOnce(String warning) {
        profile.warnOnce(method, warning);
    }

    @Override
    public String realm() {
        return inRealm().name();
    }

    @Override
    public Class<?> client() {
        return profile.client();
    }

    /** {@code ShopClient.orders}. */
    @Override
    public String describe() {
        return profile.describe(method);
    }
}
