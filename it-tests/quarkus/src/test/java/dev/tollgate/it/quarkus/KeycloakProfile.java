package dev.tollgate.it.quarkus;

import dev.tollgate.it.keycloak.ConfiguredRealms;
import dev.tollgate.it.keycloak.JwtResourceServer;
import dev.tollgate.it.keycloak.KeycloakServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An application whose clients get their tokens by configuration alone. */
public class KeycloakProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return ConfiguredRealms.properties();
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Servers.class));
    }

    /** A real Keycloak, and the API that trusts it. */
    public static class Servers implements QuarkusTestResourceLifecycleManager {

        private @Nullable KeycloakServer keycloak;
        private @Nullable JwtResourceServer api;

        @Override
        public Map<String, String> start() {
            KeycloakServer started = KeycloakServer.start();
            keycloak = started;
            JwtResourceServer trusting = JwtResourceServer.trusting(started);
            api = trusting;
            return ConfiguredRealms.register(started, trusting);
        }

        @Override
        public void stop() {
            if (api != null) {
                api.close();
            }
            if (keycloak != null) {
                keycloak.close();
            }
        }
    }
}
