package dev.tollgate.rest.realm;

import dev.tollgate.rest.role.Roles;
import java.util.Map;
import java.util.Set;

/** Knows the realms of the application; a bean of each runtime, for each finds client interfaces in its own way. */
public interface RealmCatalog {

    /** The realms that are switched on, by their names. */
    Map<String, RealmPlan> realms();

    /** Which realm's name a client interface has been given, by class; without those that are in no realm. */
    Map<Class<?>, String> clients();

    /** All client interfaces that are known, in a realm or in none, and the sub-resources that can be reached from them. */
    Set<Class<?>> interfaces();

    /** The roles of a client interface in {@code realm}. */
    Roles rolesOf(Class<?> client, String realm);
}
