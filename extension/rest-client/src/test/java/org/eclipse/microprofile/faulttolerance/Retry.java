package org.eclipse.microprofile.faulttolerance;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for the real one, which is known by its name only. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Retry {}
