package dev.tollgate.rest.realm;

import dev.tollgate.rest.refresh.RefreshBean;
import dev.tollgate.rest.refresh.RefreshMethod;
import dev.tollgate.source.TokenSource;
import java.util.Map;
import java.util.Optional;

/**
 * A realm as it was found at start-up.
 *
 * @param settings its settings
 * @param refreshMethod how its tokens are refreshed, if one of its clients tells
 * @param refreshBean how its tokens are refreshed, if a bean tells
 * @param configured where its tokens come from, if its configuration tells
 * @param beans what the application does differently
 */
public record RealmPlan(
        RealmSettings settings,
        Optional<RefreshMethod> refreshMethod,
        Optional<RefreshBean> refreshBean,
        Optional<TokenSource> configured,
        Map<Class<?>, CallbackBean> beans) {}
