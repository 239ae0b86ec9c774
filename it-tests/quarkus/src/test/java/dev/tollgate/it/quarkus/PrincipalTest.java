package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.PrincipalScenario;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;

@QuarkusTest
@TestProfile(PrincipalTest.WithPrincipal.class)
class PrincipalTest extends PrincipalScenario {

    /** The application has the bean that the other tests leave out. */
    public static final class WithPrincipal implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.arc.exclude-types", "nothing.at.all");
        }
    }
}
