@NullMarked
package dev.tollgate.it.weld;

import org.jspecify.annotations.NullMarked;
