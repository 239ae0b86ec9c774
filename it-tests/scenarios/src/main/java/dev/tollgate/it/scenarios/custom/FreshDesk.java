package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.TokenRealm;
import jakarta.enterprise.context.ApplicationScoped;

/** Fetches tokens out of nothing, by the method that it inherits. A class and a method that only its package sees. */
@ApplicationScoped
@TokenRealm("fresh-desk")
class FreshDesk extends Fetching {}
