@NullMarked
package dev.tollgate.rest.refresh.body;

import org.jspecify.annotations.NullMarked;
