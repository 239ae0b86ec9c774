package dev.tollgate.rest.role;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Login;
import dev.tollgate.rest.Logout;
import dev.tollgate.rest.RefreshToken;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part that a call plays in its realm. */
public enum Role {
    /** Carries a token, is refreshed and replayed. */
    AUTHENTICATED(null),
    /** Passes freely. */
    GUEST(Guest.class),
    /** Brings tokens. */
    LOGIN(Login.class),
    /** Carries a token and ends the session. */
    LOGOUT(Logout.class),
    /** Brings new tokens for old ones. */
    REFRESH(RefreshToken.class);

    private final Optional<Class<? extends Annotation>> mark;

    Role(@Nullable Class<? extends Annotation> mark) {
        this.mark = Optional.ofNullable(mark);
    }

    /** Whether a call in this role carries the realm's token. */
    public boolean carriesToken() {
        return this == AUTHENTICATED || this == LOGOUT;
    }

    static Optional<Role> of(Class<? extends Annotation> mark) {
        return Arrays.stream(values())
                .filter(role -> role.mark.filter(mark::equals).isPresent())
                .findFirst();
    }
}
