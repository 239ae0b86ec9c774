/** What the deployments of the TCK get when a realm covers their clients. */
@NullMarked
package dev.tollgate.it.tck.deployed;

import org.jspecify.annotations.NullMarked;
