@NullMarked
package dev.tollgate.rest.realm;

import org.jspecify.annotations.NullMarked;
