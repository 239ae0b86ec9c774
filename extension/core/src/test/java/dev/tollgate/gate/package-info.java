@NullMarked
package dev.tollgate.gate;

import org.jspecify.annotations.NullMarked;
