/** Sending a call once more, by a restart of the client's handler chain behind its filters. Internal. */
@NullMarked
package dev.tollgate.quarkus.replay;

import org.jspecify.annotations.NullMarked;
