/** What is done with Tollgate when an application for Quarkus is built. Internal. */
@NullMarked
package dev.tollgate.quarkus.deployment;

import org.jspecify.annotations.NullMarked;
