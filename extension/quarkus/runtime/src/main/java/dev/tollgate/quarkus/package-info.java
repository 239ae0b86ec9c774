/** What an application on Quarkus injects: the realms, as Mutiny has it. */
@NullMarked
package dev.tollgate.quarkus;

import org.jspecify.annotations.NullMarked;
