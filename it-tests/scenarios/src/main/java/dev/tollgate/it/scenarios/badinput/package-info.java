/** The table of bad input: what users see of it, in one place. */
@NullMarked
package dev.tollgate.it.scenarios.badinput;

import org.jspecify.annotations.NullMarked;
