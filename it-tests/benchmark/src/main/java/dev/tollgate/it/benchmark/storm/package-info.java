/**
 * Refresh storms: many users in a closed loop while tokens expire, are revoked, or can not be had. The same load is put on
 * a client without tokens, on Tollgate and on a hand-written filter.
 */
@NullMarked
package dev.tollgate.it.benchmark.storm;

import org.jspecify.annotations.NullMarked;
