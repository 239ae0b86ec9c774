package dev.tollgate.it.scenarios.custom;

import dev.tollgate.token.TokenSet;
import java.util.concurrent.CompletionStage;

/**
 * Renews tokens by whatever is needed for it. Who implements it has a method of the compiler's as well, which takes
 * anything and bears the same annotations.
 */
public interface Renewal<T> {

    CompletionStage<TokenSet> renew(T with);
}
