package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The guarantees, where calls, cancellations, clock jumps, sign-ins, sign-outs and failing flights mix as chance has it:
 * many short lives of a gate, each decided by its seed. One life again: {@code -Dtollgate.seed=.. -Dtollgate.soak.lives=1}.
 */
class SoakTest {

    private static final long SEED = Long.getLong("tollgate.seed", System.nanoTime());
    private static final int LIVES = Integer.getInteger("tollgate.soak.lives", 500);
    private static final int STEPS = 300;
    private static final int SHOWN = 60;

    private final Logger log = Logger.getLogger("dev.tollgate.gate");

    @BeforeEach
    void silenceTheLog() {
        log.setLevel(Level.OFF);
    }

    @AfterEach
    void letTheLogSpeak() {
        log.setLevel(null);
    }

    @Test
    void guaranteesHoldWhateverHappensInWhateverOrder() {
        long served = 0;
        long questions = 0;
        for (long seed = SEED; seed < SEED + LIVES; seed++) {
            SoakWorld world = live(seed);
            served += world.served();
            questions += world.questions();
        }
        assertThat(served).as("calls served").isGreaterThan(5L * LIVES);
        assertThat(questions).as("calls of the token endpoint").isGreaterThan(2L * LIVES);
    }

    @Test
    void seedTellsAllThatHappens() {
        for (long seed = SEED; seed < SEED + 20; seed++) {
            assertThat(live(seed).log())
                    .as("seed %d", seed)
                    .isEqualTo(live(seed).log());
        }
    }

    private static SoakWorld live(long seed) {
        SoakWorld world = new SoakWorld(seed);
        for (int step = 0; step < STEPS && world.accusations().isEmpty(); step++) {
            world.step();
        }
        if (world.accusations().isEmpty()) {
            world.comeToRest();
            world.goOn();
        }
        assertThat(world.accusations())
                .as("seed %d, after%n%s", seed, String.join("\n", theLast(world.log())))
                .isEmpty();
        return world;
    }

    private static List<String> theLast(List<String> log) {
        return log.subList(Math.max(0, log.size() - SHOWN), log.size());
    }
}
