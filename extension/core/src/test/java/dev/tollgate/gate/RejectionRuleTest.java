package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gate.RejectionRule.Next;
import dev.tollgate.gate.RejectionRule.Nodes;
import dev.tollgate.gate.RejectionRule.Situation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each situation there can be, and what must hold in it. */
class RejectionRuleTest {

    private static final Set<Next> SENDS_THE_SAME_TOKEN = EnumSet.of(Next.REPEAT, Next.PROBE);
    private static final Set<Next> REFRESHES =
            EnumSet.of(Next.REFRESH_ASIDE, Next.REFRESH_FOR_SUCH_CALLS, Next.REFRESH_FOR_ALL);
    private static final List<Boolean> EITHER = List.of(true, false);

    @Test
    void callsWhoseReplaysAreRefusedGetTheirAnswer() {
        assertThat(where(Situation::paused)).containsOnly(Next.REFUSES_FRESH_TOKENS);
        assertThat(where(now -> !now.paused())).doesNotContain(Next.REFUSES_FRESH_TOKENS);
    }

    @Test
    void whereNothingSpeaksAgainstTheNodesTheTokenIsReplaced() {
        assertThat(where(now -> !now.paused() && now.nodes() == Nodes.ALIKE)).isSubsetOf(REFRESHES);
    }

    @Test
    void tokenThatIsServedToNobodyOrBeingReplacedIsNotProbed() {
        assertThat(where(now -> now.flying() || !now.served()))
                .doesNotContain(Next.PROBE)
                .doesNotContain(Next.AWAIT_PROBE);
        assertThat(where(now -> !now.paused() && !now.served())).isSubsetOf(REFRESHES);
    }

    @Test
    void oneProbeAtATime() {
        assertThat(where(now -> now.nodes() == Nodes.PROBED)).doesNotContain(Next.PROBE);
        assertThat(where(now -> now.nodes() == Nodes.PROBED && mayProbe(now))).containsOnly(Next.AWAIT_PROBE);
        assertThat(where(now -> now.nodes() == Nodes.SUSPECTED && mayProbe(now)))
                .containsOnly(Next.PROBE);
    }

    private static boolean mayProbe(Situation now) {
        return !now.paused() && now.repeatable() && now.repeats() == 0 && !now.flying() && now.served();
    }

    @Test
    void callIsSentAgainWithTheSameTokenTwiceAtMost() {
        assertThat(where(now -> now.repeats() >= RejectionRule.REPEATS))
                .doesNotContainAnyElementsOf(SENDS_THE_SAME_TOKEN)
                .doesNotContain(Next.AWAIT_PROBE);
    }

    @Test
    void callThatCanNotBeSentAgainIsNeverTold() {
        assertThat(where(now -> !now.repeatable()))
                .doesNotContainAnyElementsOf(SENDS_THE_SAME_TOKEN)
                .doesNotContain(Next.AWAIT_PROBE);
    }

    @Test
    void whereNodesDifferTheTokenIsReplacedOnlyAfterThreeRejectionsInARow() {
        assertThat(where(now -> now.nodes() == Nodes.DIFFER
                        && !now.paused()
                        && now.served()
                        && (now.repeatable() ? now.repeats() < RejectionRule.REPEATS : now.inARow() < 3)))
                .containsOnly(Next.REPEAT, Next.NODES_DIFFER);
    }

    @Test
    void nobodyElseLosesTheTokenUnlessAnotherKindOfCallHasHadItRejected() {
        assertThat(where(now -> !now.refusedByAnother())).doesNotContain(Next.REFRESH_FOR_ALL);
        assertThat(where(now -> now.refusedByAnother() && !now.suspect())).doesNotContain(Next.REFRESH_FOR_SUCH_CALLS);
    }

    @Test
    void callsThatNewTokensDoNotHelpTakeNoTokenOutOfUse() {
        assertThat(where(Situation::suspect))
                .doesNotContain(Next.REFRESH_FOR_ALL)
                .doesNotContain(Next.REFRESH_FOR_SUCH_CALLS);
    }

    private static List<Next> where(Predicate<Situation> holds) {
        List<Next> found =
                all().filter(holds).map(RejectionRule::after).distinct().toList();
        assertThat(found).isNotEmpty();
        return found;
    }

    private static Stream<Situation> all() {
        return EITHER.stream().flatMap(paused -> EITHER.stream().flatMap(suspect -> all(paused, suspect)));
    }

    private static Stream<Situation> all(boolean paused, boolean suspect) {
        return EITHER.stream().flatMap(repeatable -> Stream.of(0, 1, 2).flatMap(repeats -> Stream.of(Nodes.values())
                .flatMap(nodes -> all(paused, suspect, repeatable, repeats, nodes))));
    }

    private static Stream<Situation> all(
            boolean paused, boolean suspect, boolean repeatable, int repeats, Nodes nodes) {
        return EITHER.stream().flatMap(flying -> EITHER.stream()
                .flatMap(served -> EITHER.stream().flatMap(another -> Stream.of(1L, 2L, 3L)
                        .map(inARow -> new Situation(
                                paused, suspect, repeatable, repeats, flying, served, nodes, another, inARow)))));
    }
}
