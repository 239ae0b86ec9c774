/** What a resource server says about a token that it does not accept; {@link dev.tollgate.rest.challenge.Challenge} is for applications too. */
@NullMarked
package dev.tollgate.rest.challenge;

import org.jspecify.annotations.NullMarked;
