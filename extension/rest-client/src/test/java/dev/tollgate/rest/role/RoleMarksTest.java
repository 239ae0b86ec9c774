package dev.tollgate.rest.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Login;
import dev.tollgate.rest.Logout;
import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.Role;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoleMarksTest {

    @ParameterizedTest
    @CsvSource({
        "orders, AUTHENTICATED",
        "catalog, GUEST",
        "login, LOGIN",
        "logout, LOGOUT",
        "refresh, REFRESH_TOKEN",
    })
    void methodHasTheRoleThatItIsMarkedWithElseItIsAuthenticated(String method, Role role) {
        assertThat(roleOf(Marked.class, method)).isEqualTo(role);
    }

    interface Marked {
        void orders();

        @Guest
        void catalog();

        @Login
        void login();

        @Logout
        void logout();

        @RefreshToken
        void refresh();
    }

    @Test
    void interfaceGivesItsRoleToMethodsThatHaveNone() {
        assertThat(roleOf(Public.class, "news")).isEqualTo(Role.GUEST);
    }

    @Test
    void methodGoesBeforeItsInterface() {
        assertThat(roleOf(Public.class, "login")).isEqualTo(Role.LOGIN);
    }

    @Guest
    interface Public {
        void news();

        @Login
        void login();
    }

    @ParameterizedTest
    @CsvSource({"once, GUEST", "twice, LOGOUT", "inACircle, LOGIN", "inACircleOfNothing, AUTHENTICATED"})
    void annotationThatCarriesARoleHasIt(String method, Role role) {
        assertThat(roleOf(OwnMarks.class, method)).isEqualTo(role);
    }

    @Test
    void interfaceMayHaveAMarkOfItsOwnToo() {
        assertThat(roleOf(VisitedOnly.class, "news")).isEqualTo(Role.GUEST);
    }

    @Guest
    @Retention(RetentionPolicy.RUNTIME)
    @interface Visitor {}

    @Logout
    @Retention(RetentionPolicy.RUNTIME)
    @interface Farewell {}

    @Farewell
    @Retention(RetentionPolicy.RUNTIME)
    @interface Goodbye {}

    @Hen
    @Login
    @Retention(RetentionPolicy.RUNTIME)
    @interface Egg {}

    @Egg
    @Retention(RetentionPolicy.RUNTIME)
    @interface Hen {}

    @Pong
    @Retention(RetentionPolicy.RUNTIME)
    @interface Ping {}

    @Ping
    @Retention(RetentionPolicy.RUNTIME)
    @interface Pong {}

    interface OwnMarks {
        @Visitor
        void once();

        @Goodbye
        void twice();

        @Hen
        void inACircle();

        @Ping
        void inACircleOfNothing();
    }

    @Visitor
    interface VisitedOnly {
        void news();
    }

    @Test
    void twoRolesAreAnErrorThatNamesTheMethodAndBoth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> roleOf(Torn.class, "both"))
                .withMessageContaining("RoleMarksTest$Torn.both()")
                .withMessageEndingWith("has more than one role: [GUEST, LOGIN]");
    }

    @Test
    void twoRolesAreAnErrorWhereOneHidesBehindAMarkToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> roleOf(Torn.class, "hidden"))
                .withMessageContaining("RoleMarksTest$Torn.hidden()")
                .withMessageEndingWith("has more than one role: [LOGOUT, REFRESH_TOKEN]");
    }

    @Test
    void sameRoleTwiceIsNoError() {
        assertThat(roleOf(Torn.class, "twice")).isEqualTo(Role.GUEST);
    }

    interface Torn {
        @Guest
        @Login
        void both();

        @RefreshToken
        @Goodbye
        void hidden();

        @Guest
        @Visitor
        void twice();
    }

    @Test
    void twoRolesOfAnInterfaceAreAnErrorThatNamesIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> roleOf(TornItself.class, "news"))
                .withMessageContaining("RoleMarksTest$TornItself has more than one role: [GUEST, LOGOUT]");
    }

    @Guest
    @Logout
    interface TornItself {
        void news();
    }

    @Test
    void inheritedMethodHasTheRoleOfTheInterfaceThatDeclaresIt() {
        assertThat(roleOf(Inherits.class, "news")).isEqualTo(Role.GUEST);
        assertThat(roleOf(Inherits.class, "orders")).isEqualTo(Role.AUTHENTICATED);
    }

    @Test
    void interfaceThatIsCalledGoesBeforeTheOneThatDeclaresTheMethod() {
        assertThat(roleOf(InheritsAndSaysSo.class, "news")).isEqualTo(Role.LOGOUT);
        assertThat(roleOf(InheritsAndSaysSo.class, "login")).isEqualTo(Role.LOGIN);
    }

    interface Inherits extends Public {
        void orders();
    }

    @Logout
    interface InheritsAndSaysSo extends Public {}

    @ParameterizedTest
    @EnumSource
    void authenticatedCallsAndTheLogoutCarryTheToken(Role role) {
        assertThat(role.carriesToken()).isEqualTo(role == Role.AUTHENTICATED || role == Role.LOGOUT);
    }

    private static Role roleOf(Class<?> client, String name) {
        Method method = Arrays.stream(client.getMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return new Roles(client, (type, called) -> Optional.empty()).of(method).orElse(Role.AUTHENTICATED);
    }
}
