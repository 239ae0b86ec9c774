package dev.tollgate.oauth2;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.GrantType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A grant that a server calls by a name of its own (RFC 6749 §4.5). */
final class ExtensionGrant extends AuthorizationGrant {

    private final Optional<String> assertion;

    /** @param assertion what is exchanged, where the grant has a parameter of this name (RFC 7521 §4.1) */
    ExtensionGrant(String name, Optional<String> assertion) {
        super(new GrantType(name));
        this.assertion = assertion;
    }

    @Override
    public Map<String, List<String>> toParameters() {
        Map<String, List<String>> parameters = new TreeMap<>();
        parameters.put("grant_type", List.of(getType().getValue()));
        assertion.ifPresent(content -> parameters.put("assertion", List.of(content)));
        return parameters;
    }
}
