/** What an application writes: the realm and the roles of its client interfaces, the façade, the exceptions. */
@NullMarked
package dev.tollgate.rest;

import org.jspecify.annotations.NullMarked;
