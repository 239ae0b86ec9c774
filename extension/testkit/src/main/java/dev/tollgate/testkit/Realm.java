package dev.tollgate.testkit;

import dev.tollgate.time.TimeSource;

/** All that the authorization server knows; a reset replaces it whole. */
record Realm(Policy policy, Tally tally, Families families, Proofs proofs) {

    static Realm fresh(TimeSource time) {
        Policy policy = new Policy();
        Tally tally = new Tally();
        return new Realm(policy, tally, new Families(time, policy, tally), new Proofs());
    }
}
