/** Answers, read before their callers read them. Internal. */
@NullMarked
package dev.tollgate.rest.answer;

import org.jspecify.annotations.NullMarked;
