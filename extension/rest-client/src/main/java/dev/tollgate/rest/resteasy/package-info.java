/** What can be done on RESTEasy only. The only package that knows it. */
@NullMarked
package dev.tollgate.rest.resteasy;

import org.jspecify.annotations.NullMarked;
