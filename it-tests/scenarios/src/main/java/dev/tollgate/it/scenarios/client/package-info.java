/** The client interfaces of the scenarios, and what is registered on them. */
@NullMarked
package dev.tollgate.it.scenarios.client;

import org.jspecify.annotations.NullMarked;
