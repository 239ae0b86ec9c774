@NullMarked
package dev.tollgate.source;

import org.jspecify.annotations.NullMarked;
