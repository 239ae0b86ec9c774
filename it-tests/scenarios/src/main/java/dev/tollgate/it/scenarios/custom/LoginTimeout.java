package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.spi.Call;
import dev.tollgate.rest.spi.RejectionCheck;
import dev.tollgate.rest.spi.ServerAnswer;
import jakarta.enterprise.context.ApplicationScoped;

/** A status that no standard knows. */
// tag::status[]
@ApplicationScoped
@TokenRealm("odd")
public class LoginTimeout implements RejectionCheck {

    @Override
    public boolean isRejected(ServerAnswer answer, Call call) {
        return answer.status() == 440;
    }
}
// end::status[]
