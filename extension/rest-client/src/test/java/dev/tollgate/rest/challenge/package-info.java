@NullMarked
package dev.tollgate.rest.challenge;

import org.jspecify.annotations.NullMarked;
