/** What a resource server says about a token that it does not accept. Internal. */
@NullMarked
package dev.tollgate.rest.challenge;

import org.jspecify.annotations.NullMarked;
