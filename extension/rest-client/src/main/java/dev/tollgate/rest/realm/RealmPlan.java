package dev.tollgate.rest.realm;

import dev.tollgate.rest.refresh.RefreshMethod;
import java.util.Optional;

/**
 * A realm as it was found at start-up.
 *
 * @param settings its settings
 * @param refreshMethod how its tokens are refreshed, if one of its clients tells
 */
public record RealmPlan(RealmSettings settings, Optional<RefreshMethod> refreshMethod) {}
