/** The application: it serves {@code /shop}, and calls a service that wants tokens to do so. */
@NullMarked
package dev.tollgate.example.wildfly;

import org.jspecify.annotations.NullMarked;
