package dev.tollgate.it.benchmark.quarkus;

import dev.tollgate.it.benchmark.storm.Bench;
import dev.tollgate.it.benchmark.storm.Origin;
import dev.tollgate.it.benchmark.storm.Storms;
import dev.tollgate.it.benchmark.storm.client.Variant;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Runs all storms at full length. */
@QuarkusMain
public class QuarkusStorms implements QuarkusApplication {

    private static final Origin ORIGIN =
            new Origin("quarkus-", "mvn -q -Pquarkus-storms -pl it-tests/benchmark-quarkus -am verify");

    @Inject
    QuarkusCallers callers;

    @Override
    public int run(String... arguments) throws Exception {
        try (Bench bench = bench(callers, Storms.WARM_UP)) {
            return Storms.run(System.out, bench, ORIGIN, arguments) ? 0 : 1;
        }
    }

    static Bench bench(QuarkusCallers callers, Duration warmUp) {
        return Bench.of(
                StormAddress.server(), callers, List.of(Variant.OIDC_CLIENT, Variant.OIDC_CLIENT_AHEAD), warmUp);
    }
}
