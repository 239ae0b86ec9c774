package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.RefreshToken;
import dev.tollgate.token.TokenSet;
import java.util.concurrent.CompletionStage;

/** Can not renew anything yet: the method of a desk that does takes the place of this one. */
abstract class OpeningDesk implements Renewal<String> {

    @Override
    @RefreshToken
    public CompletionStage<TokenSet> renew(String refreshToken) {
        throw new UnsupportedOperationException("not yet open");
    }
}
