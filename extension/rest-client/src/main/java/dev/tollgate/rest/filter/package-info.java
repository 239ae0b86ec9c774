/**
 * The way of one request: {@link dev.tollgate.rest.filter.TokenRequestFilter} finds out which kind of
 * {@link dev.tollgate.rest.filter.ClientCall} it is, the call prepares the request, and
 * {@link dev.tollgate.rest.filter.TokenResponseFilter} shows it the answer. Internal.
 */
@NullMarked
package dev.tollgate.rest.filter;

import org.jspecify.annotations.NullMarked;
