package dev.tollgate.it.races;

import dev.tollgate.gate.GatePolicy;
import dev.tollgate.gate.GateStatus;
import dev.tollgate.gate.NoToken;
import dev.tollgate.gate.Passage;
import dev.tollgate.gate.Rotation;
import dev.tollgate.gate.TokenGate;
import dev.tollgate.gate.Verdict;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.Trigger;
import dev.tollgate.token.TokenSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/**
 * Whatever threads do to a gate at the same time, each gets what it would have got had they come one after the other, in
 * some order: the model is {@link GateModel}. Lincheck switches between the threads at each access to what they share.
 *
 * <p>Covered: calls that wait, rejections of one token, sign-ins with fresh and with expired tokens, sign-outs, a grant
 * that dies; flights run on the thread that sent them out, and the server answers at once. Not covered: deadlines and
 * back-off, since time stands still, and reorderings of memory, which JCStress looks for.
 */
@Param(name = "session", gen = IntGen.class, conf = "2:3")
public class GateModelTest {

    private static final Trigger TRIGGER = () -> "ShopClient.orders";
    private static final boolean LONG = Boolean.getBoolean("races.long");
    private static final int CALLS_SENT = 20;
    private static final Logger LOG = Logger.getLogger("dev.tollgate.gate");

    /** Wiping secrets from a failure; Lincheck cannot restore what the JDK's encoders keep in static fields. */
    private static final ManagedStrategyGuarantee SHARES_NOTHING = ManagedStrategyGuaranteeKt.forClasses(
                    "dev.tollgate.source.Wiped")
            .allMethods()
            .ignore();

    static {
        LOG.setLevel(Level.OFF);
    }

    private final ModelServer server = new ModelServer();
    private final TokenGate gate = gate(server);
    private final List<Passage> sent;
    private final AtomicInteger rejected = new AtomicInteger();

    /** Somebody has signed in, and calls have been sent. */
    public GateModelTest() {
        gate.signIn(ModelServer.tokens(GateModel.FIRST_SESSION, true));
        sent = Stream.generate(() -> gate.enter(TRIGGER)).limit(CALLS_SENT).toList();
        sent.forEach(Passage::await);
    }

    private static TokenGate gate(ModelServer server) {
        HandTime time = new HandTime();
        GatePolicy policy = GatePolicy.DEFAULTS.withRotation(Rotation.STRICT);
        return TokenGate.of("shop", SessionKey.APPLICATION, server, policy, time, time, event -> {});
    }

    /** A call that waits until it has a token; the number of the session whose token it is, 0 if there is none. */
    @Operation
    public int call() {
        try {
            return sessionOf(gate.enter(TRIGGER).await().tokens());
        } catch (NoToken.SessionOver e) {
            return GateModel.NONE;
        }
    }

    /** The answer to a call of the first session is a 401; the session whose token it is replayed with, 0 if it is not. */
    @Operation
    public int reject() {
        try {
            Verdict verdict = sent.get(rejected.getAndIncrement()).awaitVerdict();
            return verdict instanceof Verdict.Replay replay
                    ? sessionOf(replay.grant().tokens())
                    : GateModel.NONE;
        } catch (NoToken.SessionOver e) {
            return GateModel.NONE;
        }
    }

    @Operation
    public void signIn(@Param(name = "session") int session) {
        gate.signIn(ModelServer.tokens(session, true));
    }

    @Operation
    public void signInWithExpiredToken(@Param(name = "session") int session) {
        gate.signIn(ModelServer.tokens(session, false));
    }

    @Operation
    public void signOut() {
        gate.signOut();
    }

    /** From now on the server refuses every refresh token. */
    @Operation
    public void grantsDie() {
        server.refuse();
    }

    @Operation
    public boolean hasTokens() {
        return gate.status().generation() > 0;
    }

    @Operation
    public boolean isSignedOut() {
        return gate.status().state() == GateStatus.State.SIGNED_OUT;
    }

    private static int sessionOf(TokenSet tokens) {
        return ModelServer.sessionOf(tokens);
    }

    @Test
    void gateBehavesAsIfItsCallersCameOneByOne() {
        new ModelCheckingOptions()
                .iterations(LONG ? 150 : 12)
                .invocationsPerIteration(LONG ? 5_000 : 300)
                .threads(LONG ? 3 : 2)
                .actorsPerThread(2)
                .actorsBefore(1)
                .actorsAfter(2)
                .addGuarantee(SHARES_NOTHING)
                .sequentialSpecification(GateModel.class)
                .check(GateModelTest.class);
    }
}
