/** Small applications on runtimes for which Tollgate has no scenarios, and the servers that they run in. */
@NullMarked
package dev.tollgate.it.elsewhere;

import org.jspecify.annotations.NullMarked;
