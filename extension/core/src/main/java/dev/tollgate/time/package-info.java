/** Time as the gate sees it: a wall clock to tell people, a monotonic clock to decide by. */
@NullMarked
package dev.tollgate.time;

import org.jspecify.annotations.NullMarked;
