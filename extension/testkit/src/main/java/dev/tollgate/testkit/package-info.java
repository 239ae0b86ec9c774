/** What tests of a gate need: a fake authorization and resource server, and a clock that is moved by hand. */
@NullMarked
package dev.tollgate.testkit;

import org.jspecify.annotations.NullMarked;
