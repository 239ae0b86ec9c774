@NullMarked
package dev.tollgate.rest.role;

import org.jspecify.annotations.NullMarked;
