@NullMarked
package dev.tollgate.rest.origin;

import org.jspecify.annotations.NullMarked;
