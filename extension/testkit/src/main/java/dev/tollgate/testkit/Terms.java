package dev.tollgate.testkit;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an access token is good for.
 *
 * @param key the thumbprint of the key that it is bound to; null if anybody may use it
 * @param audiences whom it is for; empty if for all
 * @param certificate the thumbprint of the certificate that it is bound to; null if none
 */
record Terms(@Nullable String key, Set<String> audiences, @Nullable String certificate) {

    static final Terms NONE = new Terms(null, Set.of(), null);

    boolean holdFor(@Nullable String presented) {
        return certificate == null || certificate.equals(presented);
    }
}
