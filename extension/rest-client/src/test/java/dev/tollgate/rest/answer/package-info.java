@NullMarked
package dev.tollgate.rest.answer;

import org.jspecify.annotations.NullMarked;
