/** How what was found when the application was built is put to work when it starts. Internal. */
@NullMarked
package dev.tollgate.quarkus.wiring;

import org.jspecify.annotations.NullMarked;
