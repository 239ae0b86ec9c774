package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.token.TokenSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Guarantee 8: what a refresh answer leaves out still holds (RFC 6749 §6), what it brings replaces. */
class RotationMergeTest {

    @Test
    void answerWithoutARefreshTokenKeepsTheOldOne() {
        Rig rig = Rig.expired();
        CompletableFuture<Grant> call = rig.call();

        rig.source.answer(TokenSet.of("at-2").expiresIn(Rig.LIFE).build());
        rig.clock.advance(Rig.LIFE);
        rig.call();

        assertThat(call.join().tokens().refreshToken()).hasValue("rt-1");
        assertThat(rig.source.grants()).containsExactly("refresh rt-1", "refresh rt-1");
    }

    @Test
    void newRefreshTokenReplacesTheOldOne() {
        Rig rig = Rig.expired();
        CompletableFuture<Grant> call = rig.call();

        rig.source.answer("at-2", "rt-2");
        rig.clock.advance(Rig.LIFE);
        rig.call();

        assertThat(call.join().tokens().refreshToken()).hasValue("rt-2");
        assertThat(rig.source.grants()).containsExactly("refresh rt-1", "refresh rt-2");
    }

    @Test
    void scopeAndAttributesSurviveARefreshThatIsSilentOnThem() {
        Rig rig = new Rig();
        rig.gate.signIn(TokenSet.of("at-1")
                .refreshToken("rt-1")
                .expiresIn(Rig.LIFE)
                .scope("read")
                .attribute("id_token", "id-1")
                .build());
        rig.clock.advance(Rig.LIFE);

        CompletableFuture<Grant> call = rig.call();
        rig.source.answer("at-2", "rt-2");

        assertThat(call.join().tokens().scope()).hasValue("read");
        assertThat(call.join().tokens().attributes()).containsEntry("id_token", "id-1");
    }

    @Test
    void tokensAcquiredAnewInheritNothing() {
        Rig rig = Rig.expired();
        rig.source.thatCanAcquire();
        CompletableFuture<Grant> call = rig.call();
        rig.source.fail(ScriptedSource.dead());
        rig.clock.runPending();

        rig.source.answer(TokenSet.of("at-2").expiresIn(Rig.LIFE).build());

        assertThat(call.join().tokens().refreshToken()).isEmpty();
    }

    @Test
    void signInInheritsNothing() {
        Rig rig = Rig.signedIn();

        rig.gate.signIn(TokenSet.of("at-of-bob").build());

        assertThat(rig.call().join().tokens().refreshToken()).isEmpty();
    }
}
