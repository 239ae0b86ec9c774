@NullMarked
package dev.tollgate.rest.refresh;

import org.jspecify.annotations.NullMarked;
