/** The demo of the README: a small shop under load while its tokens expire and are revoked. */
@NullMarked
package dev.tollgate.it.demo;

import org.jspecify.annotations.NullMarked;
