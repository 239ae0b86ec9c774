/** What is around the TCK of MicroProfile REST Client: its servers, what its deployments get, and a count of what passed. */
@NullMarked
package dev.tollgate.it.tck;

import org.jspecify.annotations.NullMarked;
