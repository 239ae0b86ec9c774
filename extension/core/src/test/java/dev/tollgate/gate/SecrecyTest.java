package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.Fingerprint;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guarantee 11: no token in a log, a {@code toString}, a message or an event; a fingerprint instead. */
class SecrecyTest {

    private static final String SECRET = "53cr3t";
    private static final Logger LOG = Logger.getLogger("dev.tollgate.gate");

    private final List<String> shown = new ArrayList<>();
    private final Handler recorder = new Recorder();
    private @Nullable Level before;

    @BeforeEach
    void listenAtTheFinestLevel() {
        before = LOG.getLevel();
        LOG.setLevel(Level.ALL);
        recorder.setLevel(Level.ALL);
        LOG.addHandler(recorder);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(recorder);
        LOG.setLevel(before);
    }

    @Test
    void runThroughAllStatesShowsNoToken() {
        Rig rig = new Rig();
        runThroughAllStates(rig);

        rig.events.forEach(this::show);
        assertThat(shown)
                .as("the log has listened")
                .anyMatch(line -> line.contains("refreshed (EXPIRED)"))
                .anyMatch(line -> line.contains("the session is over"))
                .anyMatch(line -> line.contains("refuses freshly issued tokens"))
                .anyMatch(line -> line.contains("there is no refresh token"));
        assertThat(shown).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void nothingPublicShowsAToken() {
        Rig rig = new Rig();
        rig.gate.signIn(tokens(1));
        Passage passage = rig.sentCall();
        CompletableFuture<Verdict> verdict = rig.rejected(passage);
        show(rig.source.lastRequest());
        Attempt attempt =
                new Attempt(rig.source.lastRequest(), rig.realm.requests().errand());
        attempt.begin(Optional.of(tokens(1)));
        rig.source.answer(tokens(2));

        show(tokens(1));
        show(tokens(1).toBuilder());
        show(passage);
        show(passage.used());
        show(verdict);
        show(verdict.join());
        show(rig.gate);
        show(rig.gate.open(() -> "ShopClient.token"));
        show(attempt);
        show(Means.of(rig.source, Optional.of(tokens(1))));

        assertThat(shown).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void fingerprintIsTheSameForTheSameTokenAndAnotherForAnother() {
        assertThat(Fingerprint.of("one"))
                .isEqualTo(Fingerprint.of("one"))
                .hasSameHashCodeAs(Fingerprint.of("one"))
                .isNotEqualTo(Fingerprint.of("two"));
        assertThat(Fingerprint.of("one").toString()).matches("#[0-9a-f]{8}");
    }

    @Test
    void grantIsToldApartByItsFingerprint() {
        Rig rig = new Rig();
        rig.gate.signIn(tokens(1));

        assertThat(rig.call().join())
                .hasToString("generation 1 " + Fingerprint.of(tokens(1).accessToken()));
        assertThat(rig.gate.status().fingerprint())
                .hasValue(Fingerprint.of(tokens(1).accessToken()));
    }

    private void runThroughAllStates(Rig rig) {
        rig.gate.signIn(tokens(1));
        look(rig);
        rig.clock.advance(Rig.LIFE);
        CompletableFuture<Grant> waits = rig.call();
        look(rig);
        rig.source.answer(tokens(2));
        show(waits);
        rejectFreshTokens(rig);
        rig.clock.advance(Rig.LIFE);
        fail(rig, ScriptedSource.misconfigured());
        rig.clock.advance(Duration.ofSeconds(30));
        CompletableFuture<Grant> leaves = rig.call();
        rig.source.fail(ScriptedSource.unavailable());
        rig.clock.advance(GatePolicy.DEFAULTS.waitTimeout());
        show(Rig.failureOf(leaves));
        rig.source.fail(ScriptedSource.dead());
        look(rig);
        show(Rig.failureOf(rig.call()));
        rig.gate.signOut();
        show(Rig.failureOf(rig.call()));
        rig.gate.signIn(tokens(9).toBuilder().refreshToken(null).build());
        show(rig.rejected(rig.sentCall()).join());
    }

    private void fail(Rig rig, TokenFailure failure) {
        CompletableFuture<Grant> call = rig.call();
        rig.source.fail(failure);
        show(Rig.failureOf(call));
        look(rig);
    }

    private void rejectFreshTokens(Rig rig) {
        for (int number = 3; number < 5; number++) {
            Passage passage = rig.sentCall();
            CompletableFuture<Verdict> verdict = rig.rejected(passage);
            rig.source.answer(tokens(number));
            show(verdict.join());
            passage.replayRejected();
        }
    }

    private void look(Rig rig) {
        show(rig.gate.status());
        show(rig.gate);
    }

    private void show(@Nullable Object thing) {
        shown.add(String.valueOf(thing));
        if (thing instanceof Throwable thrown && thrown.getCause() != null) {
            show(thrown.getCause());
        }
    }

    private static TokenSet tokens(int number) {
        return TokenSet.of("at-" + SECRET + "-" + number)
                .refreshToken("rt-" + SECRET + "-" + number)
                .expiresIn(Rig.LIFE)
                .attribute("id_token", "id-" + SECRET + "-" + number)
                .build();
    }

    private final class Recorder extends Handler {
        @Override
        public void publish(LogRecord logged) {
            shown.add(new SimpleFormatter().format(logged));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
