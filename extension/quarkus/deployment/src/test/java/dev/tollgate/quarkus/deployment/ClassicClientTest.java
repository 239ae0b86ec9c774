package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The other REST client of Quarkus would send calls without a token. */
class ClassicClientTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .setForcedDependencies(
                    List.of(Dependency.of("io.quarkus", "quarkus-resteasy-client", Version.getVersion())))
            .assertException(failure -> assertThat(failure)
                    .hasStackTraceContaining("tollgate-quarkus is for the client of quarkus-rest-client, but"
                            + " quarkus-resteasy-client (RESTEasy Classic) is here as well, whose calls would go out"
                            + " without a token: replace it by quarkus-rest-client"));

    @Test
    void isRefused() {
        throw new AssertionError("the application was built");
    }
}
