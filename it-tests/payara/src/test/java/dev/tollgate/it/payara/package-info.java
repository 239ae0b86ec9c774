/** Applications inside Payara Micro. */
@NullMarked
package dev.tollgate.it.payara;

import org.jspecify.annotations.NullMarked;
