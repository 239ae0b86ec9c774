/**
 * Sending a call once more after its token was rejected. {@link dev.tollgate.rest.replay.ReplayRule} decides,
 * {@link dev.tollgate.rest.replay.Replay} does it; the latter is the SPI for what differs between runtimes.
 */
@NullMarked
package dev.tollgate.rest.replay;

import org.jspecify.annotations.NullMarked;
