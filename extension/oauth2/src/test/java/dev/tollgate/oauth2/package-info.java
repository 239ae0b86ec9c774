@NullMarked
package dev.tollgate.oauth2;

import org.jspecify.annotations.NullMarked;
