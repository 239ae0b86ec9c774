package dev.tollgate.rest.filter;

import dev.tollgate.gate.TokenGate;
import dev.tollgate.rest.realm.ClientProfile;
import dev.tollgate.rest.role.Role;
import java.lang.reflect.Method;

/**
 * Which method of which client is called.
 *
 * @param profile the client in its realm
 * @param method the method
 */
record CallSite(ClientProfile profile, Method method) {

    Role role() {
        return profile.roleOf(method);
    }

    TokenGate gate() {
        return profile.realm().gate();
    }

    void warnOnce(String warning) {
        profile.warnOnce(method, warning);
    }

    /** {@code ShopClient.orders}. */
    String describe() {
        return profile.describe(method);
    }
}
