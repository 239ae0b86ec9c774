package dev.tollgate.rest.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OwnersTest {

    private final List<Optional<Owner>> meanwhile = new ArrayList<>();
    private int asked;

    @Test
    void sourceThatMakesACallWhileItIsMadeIsMadeOnce() {
        AtomicReference<Owners> itself = new AtomicReference<>();
        Owners owners = owners(() -> {
            meanwhile.add(ownerForLater(Objects.requireNonNull(itself.get())));
            return false;
        });
        itself.set(owners);

        assertThat(ownerForLater(owners)).isEmpty();

        assertThat(asked).isOne();
        assertThat(meanwhile).singleElement().satisfies(owner -> assertThatThrownBy(() ->
                        owner.orElseThrow().session().toCompletableFuture().join())
                .hasRootCauseMessage(
                        "realm 'shop': whose session is it? The TokenSource of the realm is being made, and"
                                + " calls a client of the realm itself"));
    }

    @Test
    void sourceThatCanNotBeMadeFailsTheCallsOfItsOwnRealmOnly() {
        Owners owners = owners(() -> {
            throw new IllegalStateException("no such bean");
        });

        Owner owner = ownerForLater(owners).orElseThrow();

        assertThatThrownBy(() -> owner.session().toCompletableFuture().join()).hasRootCauseMessage("no such bean");
    }

    private Owners owners(Supplier<Boolean> answer) {
        TokenSource source = new TokenSource() {
            @Override
            public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
                throw new AssertionError();
            }

            @Override
            public boolean needsSubjectToken() {
                if (++asked > 3) {
                    throw new AssertionError("asked again and again");
                }
                return answer.get();
            }
        };
        return new Owners("shop", source, () -> CompletableFuture.completedFuture(SessionKey.APPLICATION), true);
    }

    /** As a realm asks. */
    private static Optional<Owner> ownerForLater(Owners owners) {
        return CallContext.current().owner("shop").or(owners::forLater);
    }
}
