/** Replay on RESTEasy's client. The only package that knows RESTEasy. */
@NullMarked
package dev.tollgate.rest.replay.resteasy;

import org.jspecify.annotations.NullMarked;
