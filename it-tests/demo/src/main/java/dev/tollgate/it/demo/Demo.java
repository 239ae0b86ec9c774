package dev.tollgate.it.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs a shop under load, and then the same shop with a hand-written filter; or a client before an authorization server
 * that is there already. Exit code 0 only if with Tollgate no call has failed and no refresh token was used twice.
 */
public final class Demo {

    private static final Logger LIBRARIES = Logger.getLogger("org");

    private Demo() {}

    public static void main(String... arguments) throws InterruptedException {
        System.exit(run(System.out, arguments));
    }

    /** The exit code. */
    static int run(PrintStream out, String... arguments) throws InterruptedException {
        Optional<Options> options = Options.parse(arguments);
        if (options.isEmpty()) {
            out.println(Options.USAGE);
            return 2;
        }
        LIBRARIES.setLevel(Level.WARNING);
        if (options.get().live().isPresent()) {
            return LiveDemo.run(out, options.get(), options.get().live().get());
        }
        out.printf(
                "%d callers, every fourth a guest; access tokens of %d s; the token endpoint takes %d ms%n",
                options.get().callers(), Servers.TOKEN_LIFE.toSeconds(), Servers.TOKEN_LATENCY.toMillis());
        try (Shop guarded = GuardedShop.open();
                Shop handWritten = HandWrittenShop.open()) {
            Outcome outcome = run(guarded, out, options.get());
            Report report = new Report(List.of(outcome, run(handWritten, out, options.get())));
            out.println();
            report.print(out);
            return outcome.isGood() ? 0 : 1;
        }
    }

    private static Outcome run(Shop shop, PrintStream out, Options options) throws InterruptedException {
        out.printf("%n%s%n", shop.name());
        Load load = new Load(shop, options.callers());
        try (Progress progress = new Progress(shop, load, out)) {
            half(options);
            out.println("       … all access tokens are revoked");
            shop.server().tokens().revokeAccessTokens();
            half(options);
            load.close();
            return Outcome.of(shop, load, progress);
        }
    }

    private static void half(Options options) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(options.seconds() * 500L);
    }
}
