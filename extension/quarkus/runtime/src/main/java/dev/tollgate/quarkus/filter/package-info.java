/**
 * The filters of the REST Client of Quarkus. None of them blocks a thread that is not the caller's own: the request is
 * suspended, and resumed where its caller was. Internal.
 */
@NullMarked
package dev.tollgate.quarkus.filter;

import org.jspecify.annotations.NullMarked;
