@NullMarked
package dev.tollgate.rest.replay;

import org.jspecify.annotations.NullMarked;
