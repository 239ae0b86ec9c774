@NullMarked
package dev.tollgate.token;

import org.jspecify.annotations.NullMarked;
