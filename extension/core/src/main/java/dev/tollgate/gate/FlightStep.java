package dev.tollgate.gate;

import dev.tollgate.token.TokenSet;
import java.util.concurrent.CompletionStage;

/**
 * One step of an attempt. A step holds the step after it and so surrounds it: what must be so before tokens are asked for
 * is done before it calls the next one, what must be done with the answer, after.
 */
@FunctionalInterface
interface FlightStep {

    CompletionStage<TokenSet> fly(Attempt attempt);
}
