/** An application with many users: its client interfaces, and the beans that tell whose session a call belongs to. */
@NullMarked
package dev.tollgate.it.scenarios.sessions;

import org.jspecify.annotations.NullMarked;
