/** What a runtime with MicroProfile JWT has: a bean with the token of the request being served. */
@NullMarked
package dev.tollgate.it.scenarios.principal;

import org.jspecify.annotations.NullMarked;
