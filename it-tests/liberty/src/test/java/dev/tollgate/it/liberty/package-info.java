/** Applications inside Open Liberty. */
@NullMarked
package dev.tollgate.it.liberty;

import org.jspecify.annotations.NullMarked;
