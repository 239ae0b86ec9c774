@NullMarked
package dev.tollgate.rest.session;

import org.jspecify.annotations.NullMarked;
