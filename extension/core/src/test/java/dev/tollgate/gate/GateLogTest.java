package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator reads, and how loud it is. */
class GateLogTest {

    private final Logger log = Logger.getLogger("dev.tollgate.gate");
    private final List<LogRecord> records = new ArrayList<>();
    private final Handler collector = new Handler() {
        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void collect() {
        log.setUseParentHandlers(false);
        log.setLevel(Level.ALL);
        log.addHandler(collector);
    }

    @AfterEach
    void stop() {
        log.removeHandler(collector);
        log.setLevel(null);
        log.setUseParentHandlers(true);
    }

    @Test
    void successIsForWhoeverLooksCloser() {
        Rig rig = Rig.expired();
        rig.call();
        rig.source.answer("at-2", "rt-2");

        assertThat(told(Level.FINE))
                .containsExactly("realm 'shop': SignedIn", "realm 'shop': refreshed (EXPIRED) to generation 2 in 0 ms");
        assertThat(records).hasSize(2);
    }

    @Test
    void failureIsAWarningInOneLineAndItsCauseIsForWhoeverLooksCloser() {
        Rig rig = Rig.expired(GatePolicy.DEFAULTS.withFailFast(true));
        rig.call();
        rig.source.fail(ScriptedSource.unavailable());

        assertThat(told(Level.WARNING))
                .singleElement()
                .asString()
                .startsWith("realm 'shop': no new tokens (EXPIRED), next attempt not before")
                .endsWith(": 503 from the token endpoint");
        assertThat(records.get(records.size() - 1).getThrown()).hasMessage("503 from the token endpoint");
    }

    @Test
    void wrongSetupIsAnError() {
        Rig rig = Rig.expired();
        rig.call();
        rig.source.fail(ScriptedSource.misconfigured());

        assertThat(told(Level.SEVERE)).singleElement().asString().endsWith(": invalid_client");
    }

    @Test
    void sameMistakeIsAnErrorOnceUntilItIsMended() {
        Rig rig = Rig.expired();
        for (int time = 0; time < 3; time++) {
            rig.call();
            rig.source.fail(ScriptedSource.misconfigured());
            rig.clock.advance(BackOff.AFTER_CONFIGURATION_FAILURE);
        }
        assertThat(told(Level.SEVERE)).hasSize(1);
        assertThat(told(Level.WARNING)).hasSize(2);

        rig.call();
        rig.source.answer("at-2", "rt-2");
        rig.clock.advance(Rig.LIFE);
        rig.call();
        rig.source.fail(ScriptedSource.misconfigured());

        assertThat(told(Level.SEVERE)).hasSize(2);
    }

    @Test
    void refusalsWithoutAnErrorAreAnErrorAfterTenInARow() {
        Rig rig = Rig.expired();
        refuse(rig, 9);
        fail(rig, ScriptedSource.unavailable());
        refuse(rig, 9);
        assertThat(told(Level.SEVERE)).isEmpty();

        refuse(rig, 15);

        assertThat(told(Level.SEVERE))
                .singleElement()
                .asString()
                .contains("10 requests in a row", "terminal-statuses", "403 from an edge");
        assertThat(rig.events(GateEvent.RefusedWithoutError.class)).hasSize(1);
        assertThat(rig.gate.status().state()).isNotEqualTo(GateStatus.State.SESSION_EXPIRED);
    }

    private static void refuse(Rig rig, int times) {
        for (int time = 0; time < times; time++) {
            fail(rig, TokenFailure.Transient.withoutError("403 from an edge", null));
        }
    }

    /** Over several flights: who waits for one gives up in the end, and another call comes. */
    private static void fail(Rig rig, TokenFailure failure) {
        while (rig.source.unanswered() == 0) {
            rig.call();
            rig.clock.advance(GatePolicy.DEFAULTS.maxBackOff());
        }
        rig.source.fail(failure);
    }

    @Test
    void endOfASessionIsAWarning() {
        Rig rig = Rig.expired();
        rig.call();
        rig.source.fail(ScriptedSource.dead());

        assertThat(told(Level.WARNING))
                .containsExactly("realm 'shop': the session is over, somebody has to sign in again: invalid_grant");
    }

    @Test
    void revocationThatFailsIsAWarning() {
        new GateLog().on(new GateEvent.RevocationFailed("shop", SessionKey.APPLICATION, ScriptedSource.unavailable()));

        assertThat(told(Level.WARNING))
                .containsExactly(
                        "realm 'shop': signed out, but the server could not be told: 503 from the token endpoint");
    }

    @Test
    void tooManyRefreshesAreAWarning() {
        new GateLog()
                .on(new GateEvent.RefreshedTooOften(
                        "shop", SessionKey.APPLICATION, Optional.of(Duration.ofSeconds(1))));

        assertThat(told(Level.WARNING)).singleElement().asString().contains("they are slowed down", "PT1S");
    }

    @Test
    void clientThatRefusesFreshTokensIsAWarning() {
        new GateLog().on(new GateEvent.ClientDistrusted("shop", SessionKey.APPLICATION, "InventoryClient"));

        assertThat(told(Level.WARNING))
                .singleElement()
                .asString()
                .startsWith("realm 'shop': InventoryClient refuses freshly issued tokens");
    }

    @Test
    void listenerThatFailsIsAWarningWithItsCause() {
        GateListener broken = event -> {
            throw new IllegalStateException("a bug");
        };
        broken.guarded().on(new GateEvent.SignedOut("shop", SessionKey.APPLICATION));

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.getLevel()).isEqualTo(Level.WARNING);
            assertThat(record.getMessage()).isEqualTo("A listener failed on SignedOut");
            assertThat(record.getThrown()).hasMessage("a bug");
        });
    }

    /** Whatever is told without a stack trace. */
    private List<String> told(Level level) {
        return records.stream()
                .filter(record -> record.getLevel().equals(level) && record.getThrown() == null)
                .map(LogRecord::getMessage)
                .toList();
    }
}
