package dev.tollgate.oauth2;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.JWTBearerGrant;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.oauth2.sdk.token.TypelessAccessToken;
import com.nimbusds.oauth2.sdk.tokenexchange.TokenExchangeGrant;
import dev.tollgate.oauth2.OAuth2Settings.Actor;
import dev.tollgate.oauth2.OAuth2Settings.Grant;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/** What the first tokens of a session are asked for with. */
final class Grants {

    private Grants() {}

    /** @param secrets what is sent with it, and must not be shown */
    record Asked(AuthorizationGrant grant, List<String> secrets) {}

    /** @throws TokenFailure if something is missing for it; nothing has been sent then */
    static Asked of(Grant grant, Trigger trigger) {
        return switch (grant.kind()) {
            case CLIENT_CREDENTIALS -> new Asked(new ClientCredentialsGrant(), List.of());
            case PASSWORD ->
                password(grant.username().orElse(""), grant.password().orElse(""));
            case JWT_BEARER -> assertion(grant);
            case EXTENSION -> extension(grant);
            case TOKEN_EXCHANGE -> exchange(grant, subjectToken(trigger));
            case REFRESH_TOKEN -> throw new TokenFailure.Terminal("nobody is signed in");
        };
    }

    private static Asked password(String username, String password) {
        return new Asked(new ResourceOwnerPasswordCredentialsGrant(username, new Secret(password)), List.of(password));
    }

    private static Asked assertion(Grant grant) {
        String assertion = content(grant.assertion().orElseThrow(), OAuth2Key.ASSERTION);
        try {
            return new Asked(new JWTBearerGrant(SignedJWT.parse(assertion)), List.of(assertion));
        } catch (ParseException e) {
            throw new TokenFailure.Configuration("assertion: the file has no signed JWT to exchange for tokens");
        }
    }

    private static Asked extension(Grant grant) {
        Optional<String> assertion = grant.assertion().map(file -> content(file, OAuth2Key.ASSERTION));
        return new Asked(
                new ExtensionGrant(grant.extension().orElseThrow(), assertion),
                assertion.stream().toList());
    }

    private static String subjectToken(Trigger trigger) {
        return trigger.subjectToken()
                .orElseThrow(() -> new TokenFailure.Terminal(
                        trigger.describe() + " is not on behalf of anybody whose token could be exchanged"));
    }

    private static Asked exchange(Grant grant, String subjectToken) {
        Token subject = new TypelessAccessToken(subjectToken);
        Optional<Actor> acting = grant.exchange().actor();
        if (acting.isEmpty()) {
            return new Asked(
                    new TokenExchangeGrant(subject, grant.exchange().subjectTokenType()), List.of(subjectToken));
        }
        Actor actor = acting.get();
        String actorToken = content(actor.token(), OAuth2Key.ACTOR_TOKEN);
        return new Asked(
                new TokenExchangeGrant(
                        subject,
                        grant.exchange().subjectTokenType(),
                        new TypelessAccessToken(actorToken),
                        actor.type(),
                        null,
                        null),
                List.of(subjectToken, actorToken));
    }

    /** Read anew each time: whoever writes the file replaces what is in it before that expires. */
    private static String content(Path file, OAuth2Key key) {
        try {
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new TokenFailure.Configuration(key.key() + ": the file can not be read: " + e.getMessage());
        }
    }
}
