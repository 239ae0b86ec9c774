package dev.tollgate.rest.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.source.SessionKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionByHeaderTest {

    private final SessionChoices choices =
            new SessionChoices("shop", SessionSetting.parse("header:X-Tenant").orElseThrow());

    @Test
    void sessionIsTheOneThatTheHeaderNames() {
        assertThat(choices.header(Optional.of(name -> List.of(name + " of acme")))
                        .now())
                .isCompletedWithValue(SessionKey.of("X-Tenant of acme"));
    }

    @Test
    void requestWithoutTheHeaderIsNobodys() {
        assertThatThrownBy(() -> choices.header(Optional.of(name -> List.of())).now())
                .isInstanceOf(SessionExpiredException.class)
                .hasMessageContaining("there is no request being served with a header X-Tenant");
    }

    @Test
    void runtimeThatHidesHeadersSaysSo() {
        assertThatThrownBy(() -> choices.header(Optional.empty()).now())
                .isInstanceOf(SessionExpiredException.class)
                .hasMessage("realm 'shop': whose session is it? this runtime does not reveal the headers of the request"
                        + " being served; write a SessionResolver bean that tells whose session it is"
                        + " (tollgate.shop.session=header:X-Tenant)");
    }
}
