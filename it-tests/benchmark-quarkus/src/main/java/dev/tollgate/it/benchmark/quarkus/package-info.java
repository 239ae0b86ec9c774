/** The storms on Quarkus: Tollgate, no tokens at all, and quarkus-oidc-client, all in one application. */
@NullMarked
package dev.tollgate.it.benchmark.quarkus;

import org.jspecify.annotations.NullMarked;
