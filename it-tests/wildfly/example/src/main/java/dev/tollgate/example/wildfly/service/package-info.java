/** Stands for the service that the application calls, and for its authorization server. Nothing here knows Tollgate. */
@NullMarked
package dev.tollgate.example.wildfly.service;

import org.jspecify.annotations.NullMarked;
