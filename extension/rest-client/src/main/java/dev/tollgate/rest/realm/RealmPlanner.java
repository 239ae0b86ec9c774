package dev.tollgate.rest.realm;

import dev.tollgate.rest.role.Roles;
import dev.tollgate.source.TokenSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Works out the realms from what was found in the application and its configuration, and finds every mistake in them. */
public final class RealmPlanner implements RealmCatalog {

    private final Discovered found;
    private final Config config;
    private final ConfiguredSources sources;
    private final Problems problems;
    private final RealmNames names;
    private final Set<Class<?>> clients;
    private final Memberships members;
    private final Map<String, RealmPlan> realms = new TreeMap<>();

    private RealmPlanner(Discovered found, Config config, ConfiguredSources sources, Problems problems) {
        this.found = found;
        this.config = config;
        this.sources = sources;
        this.problems = problems;
        this.names = new RealmNames(config, sources, problems);
        this.clients = new LinkedHashSet<>(found.clients());
        this.members = new Memberships(clients, problems);
    }

    /** Plans the realms of an application in which {@code found} was found. Mistakes go to {@code problems}. */
    public static RealmCatalog plan(Discovered found, Config config, Problems problems) {
        return plan(found, config, ConfiguredSources.find(), problems);
    }

    static RealmCatalog plan(Discovered found, Config config, ConfiguredSources sources, Problems problems) {
        RealmPlanner planner = new RealmPlanner(found, config, sources, problems);
        planner.plan();
        return planner;
    }

    @Override
    public Map<String, RealmPlan> realms() {
        return realms;
    }

    @Override
    public Map<Class<?>, String> clients() {
        return members.clients();
    }

    @Override
    public Set<Class<?>> interfaces() {
        return members.interfaces();
    }

    @Override
    public Roles rolesOf(Class<?> client, String realm) {
        return new Roles(client, new ConfiguredRoles(config, realm)).orThoseOf(members.rootOf(client));
    }

    private void plan() {
        Map<String, RealmSettings> settings = new TreeMap<>();
        names.read(members.named()).forEach(name -> settings.put(name, settings(name)));
        settings.values().forEach(realm -> clients.addAll(NamedClients.of(realm)));
        members.assign(settings.values());
        clientsWithoutARealm(settings).check(found.clients(), members.clients().keySet());
        settings.values().forEach(this::checkThatItIsMeant);
        beans().checkThatRealmsExist(settings.keySet());
        refreshes().checkThatRealmsExist(settings.keySet());
        settings.values().stream().filter(RealmSettings::enabled).forEach(this::plan);
        members.clients().values().retainAll(realms.keySet());
    }

    private void plan(RealmSettings realm) {
        checkThatClientsExist(realm);
        new RoleProperties(config, problems)
                .check(realm.name(), members.withSubResources(realm.name()), names.propertyNames());
        Map<Class<?>, List<String>> clientNames = members.names(realm.name());
        new ClientProperties(sources.clientKeys(), problems)
                .check(realm.name(), clientNames.values(), names.propertyNames());
        Map<Class<?>, CallbackBean> beans = beans().of(realm.name());
        RefreshPlanner refreshes = refreshes();
        RealmPlan plan = new RealmPlan(
                realm,
                refreshes.methodOf(realm, members.of(realm.name()), client -> rolesOf(client, realm.name())),
                refreshes.beanOf(realm.name(), beans),
                sources.of(new RealmProperties(config, realm.name(), clientNames, problems)),
                beans);
        checkThatOneSourceIsMeant(plan);
        realms.put(realm.name(), plan);
    }

    /** A realm without a client is for tokens that are had in code; one that also names no server may be misspelt. */
    private void checkThatItIsMeant(RealmSettings realm) {
        String name = realm.name();
        boolean saysMore = Stream.of(RealmKey.ISSUER, RealmKey.TOKEN_ENDPOINT, RealmKey.ENABLED, RealmKey.CLIENTS)
                .map(key -> key.of(name))
                .anyMatch(names.propertyNames()::contains);
        boolean empty = realm.enabled() && members.withSubResources(name).isEmpty();
        boolean ofABean = Stream.concat(
                        found.callbacks().stream().map(CallbackBean::realm),
                        found.refreshes().stream().map(Discovered.BeanMethod::realm))
                .anyMatch(Optional.of(name)::equals);
        if (empty && !saysMore && !ofABean && !names.isListed(name)) {
            String what = "realm '" + name + "' has properties, but no client interface";
            String otherwise = "put " + name + " into " + RealmKey.REALMS;
            members.clients().values().stream()
                    .filter(known -> Nearest.isAlmost(name, known))
                    .findFirst()
                    .ifPresentOrElse(
                            known -> problems.add(what + ": did you mean '" + known + "'? If not, " + otherwise),
                            () -> problems.doubt(what + ", and nothing that brings it tokens: if it is meant, "
                                    + otherwise + "; the realms with clients are "
                                    + new TreeSet<>(members.clients().values())));
        }
    }

    private ClientsWithoutARealm clientsWithoutARealm(Map<String, RealmSettings> settings) {
        return new ClientsWithoutARealm(
                name -> !settings.containsKey(name) || settings.get(name).enabled(), problems);
    }

    private CallbackBeans beans() {
        return new CallbackBeans(found.callbacks(), problems);
    }

    private RefreshPlanner refreshes() {
        return new RefreshPlanner(found.refreshes(), problems);
    }

    /** What is wrong with a realm that is switched off does not matter. */
    private RealmSettings settings(String realm) {
        boolean enabled =
                new SettingsReader(config, realm, new Problems()).read().enabled();
        Problems matter = enabled ? problems : new Problems();
        checkThatAllCanBeRead(realm, matter);
        return new SettingsReader(config, realm, matter).read();
    }

    /** Also what nothing else reads: the password of another grant, a key of a client. */
    private void checkThatAllCanBeRead(String realm, Problems matter) {
        String prefix = RealmKey.PREFIX + realm + ".";
        Stream.concat(
                        sources.keys().stream().map(key -> prefix + key),
                        names.propertyNames().stream().filter(property -> property.startsWith(prefix)))
                .forEach(property -> PropertyText.of(config, property, matter));
    }

    /** A bean for all realms that have no source of their own is no contradiction. */
    private void checkThatOneSourceIsMeant(RealmPlan plan) {
        if (plan.configured().isPresent()) {
            Stream.of(
                            plan.refreshMethod().map(method -> "a @RefreshToken method, " + method.describe()),
                            plan.refreshBean().map(bean -> "a @RefreshToken method on a bean, " + bean.describe()),
                            Optional.ofNullable(plan.beans().get(TokenSource.class))
                                    .filter(bean -> bean.realm().isPresent())
                                    .map(bean -> "a TokenSource bean, " + bean.name()))
                    .flatMap(Optional::stream)
                    .forEach(other -> problems.add("realm '" + plan.settings().name()
                            + "' has both a provider that its configuration names and " + other
                            + ": where should its tokens come from? One of them is enough"));
        }
    }

    private void checkThatClientsExist(RealmSettings realm) {
        List<String> known = clients.stream().flatMap(ClientNames::of).toList();
        Stream<String> unknown = realm.clients().stream().filter(name -> !known.contains(name));
        unknown.forEach(name -> problems.add(
                RealmKey.CLIENTS.of(realm.name()),
                name,
                "there is no client interface with this config key or class name" + Nearest.to(name, known)));
    }
}
