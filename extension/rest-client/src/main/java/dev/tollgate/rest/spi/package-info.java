/**
 * What an application may do differently: beans that the gate and its filters ask. A bean with {@code @TokenRealm} is for
 * that realm, one without for all realms that have none of their own. Each interface has a sibling {@code Async} that
 * answers later; calls wait for it as they wait for a token.
 */
@NullMarked
package dev.tollgate.rest.spi;

import org.jspecify.annotations.NullMarked;
