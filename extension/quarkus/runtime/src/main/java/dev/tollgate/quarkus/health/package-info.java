/** What a readiness check is told of the realms. Only where quarkus-smallrye-health is. Internal. */
@NullMarked
package dev.tollgate.quarkus.health;

import org.jspecify.annotations.NullMarked;
