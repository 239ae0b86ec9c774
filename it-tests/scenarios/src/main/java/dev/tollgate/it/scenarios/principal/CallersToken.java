package dev.tollgate.it.scenarios.principal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The token of the request being served, as MicroProfile JWT has it: a bean that is there without a token too.
 * Some implementations throw then: so does this one for a claim that is an exception.
 */
@ApplicationScoped
public class CallersToken implements JsonWebToken {

    private static final ThreadLocal<Map<String, Object>> CLAIMS = ThreadLocal.withInitial(Map::of);

    public static <T> T with(Map<String, Object> claims, Callable<T> work) throws Exception {
        CLAIMS.set(claims);
        try {
            return work.call();
        } finally {
            CLAIMS.remove();
        }
    }

    @Override
    public @Nullable String getName() {
        return getClaim("upn");
    }

    @Override
    public Set<String> getClaimNames() {
        return CLAIMS.get().keySet();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T getClaim(String name) {
        Object claim = CLAIMS.get().get(name);
        if (claim instanceof RuntimeException without) {
            throw without;
        }
        return (T) claim;
    }
}
