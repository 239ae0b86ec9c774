package dev.tollgate.rest.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Login;
import dev.tollgate.rest.Logout;
import dev.tollgate.rest.Role;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RolesTest {

    @Guest
    @Retention(RetentionPolicy.RUNTIME)
    @interface Visitor {}

    @Visitor
    @Retention(RetentionPolicy.RUNTIME)
    @interface Passer {}

    @Circle2
    @Retention(RetentionPolicy.RUNTIME)
    @interface Circle1 {}

    @Circle1
    @Retention(RetentionPolicy.RUNTIME)
    @interface Circle2 {}

    interface Inherited {
        void inherited();

        @Logout
        void logout();
    }

    interface Client extends Inherited {
        void plain();

        @Visitor
        void visitor();

        @Passer
        void passer();

        @Circle1
        void circle();

        @Guest
        @Login
        void undecided();
    }

    @Guest
    interface Open extends Inherited {
        @Login
        void login();

        void open();
    }

    @Test
    void callIsAuthenticatedUnlessMarked() {
        assertThat(role("plain", Client.class)).isEqualTo(Role.AUTHENTICATED);
        assertThat(role("inherited", Client.class)).isEqualTo(Role.AUTHENTICATED);
    }

    @Test
    void annotationThatCarriesARoleHasThatRole() {
        assertThat(role("visitor", Client.class)).isEqualTo(Role.GUEST);
        assertThat(role("passer", Client.class)).isEqualTo(Role.GUEST);
    }

    @Test
    void annotationsThatCarryEachOtherAreNoTrap() {
        assertThat(role("circle", Client.class)).isEqualTo(Role.AUTHENTICATED);
    }

    @Test
    void methodGoesBeforeInterface() {
        assertThat(role("open", Open.class)).isEqualTo(Role.GUEST);
        assertThat(role("login", Open.class)).isEqualTo(Role.LOGIN);
        assertThat(role("logout", Open.class)).isEqualTo(Role.LOGOUT);
        assertThat(role("inherited", Open.class)).isEqualTo(Role.GUEST);
    }

    @Test
    void twoRolesAreAMistakeThatNamesTheMethod() {
        assertThatThrownBy(() -> role("undecided", Client.class))
                .hasMessageContaining("undecided()")
                .hasMessageContaining("more than one role: [GUEST, LOGIN]");
    }

    private static Role role(String name, Class<?> client) {
        try {
            Method method = client.getMethod(name);
            return new Roles(client, (type, called) -> Optional.empty())
                    .of(method)
                    .orElse(Role.AUTHENTICATED);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
