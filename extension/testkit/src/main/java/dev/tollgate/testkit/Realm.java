package dev.tollgate.testkit;

import dev.tollgate.time.TimeSource;
import java.time.Instant;
import java.util.Optional;

/** All that the authorization server knows; a reset replaces it whole. */
record Realm(Policy policy, Tally tally, Families families, Proofs proofs) {

    /** For whom an issuer that is trusted speaks with {@code token}; empty if nobody trusts it. */
    Optional<String> subjectOf(String token, Instant now) {
        try {
            Jwt jwt = Jwt.parse(token);
            return jwt.text("iss")
                    .flatMap(issuer -> Optional.ofNullable(policy.trustedIssuers.get(issuer)))
                    .filter(key -> jwt.isSignedBy(key) && jwt.isCurrent(now))
                    .flatMap(key -> jwt.text("sub"));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    static Realm fresh(TimeSource time) {
        Policy policy = new Policy();
        Tally tally = new Tally();
        return new Realm(policy, tally, new Families(time, policy, tally), new Proofs());
    }
}
