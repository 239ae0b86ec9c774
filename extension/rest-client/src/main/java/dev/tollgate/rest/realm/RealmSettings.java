package dev.tollgate.rest.realm;

import dev.tollgate.gate.GatePolicy;
import dev.tollgate.gate.SessionLimits;
import dev.tollgate.rest.origin.OriginRule;
import dev.tollgate.rest.refresh.TokenPointers;
import dev.tollgate.rest.session.SessionSetting;
import dev.tollgate.source.RefusalRule;
import java.util.List;
import java.util.Optional;

/**
 * The settings of one realm.
 *
 * @param name its name
 * @param enabled whether its clients get tokens at all
 * @param clients config keys or class names of client interfaces that do not say themselves that they belong to it
 * @param policy the settings of its gates
 * @param refusals what it means that the token endpoint brings no tokens
 * @param session whose session a call belongs to
 * @param limits how many sessions there may be
 * @param credentials what its refresh method may ask for by name
 * @param pointers where the parts of a token answer are
 * @param tokenType the type of all tokens, whatever the answers say
 * @param bodies what may be kept for replays
 * @param origins where its tokens may go
 */
public record RealmSettings(
        String name,
        boolean enabled,
        List<String> clients,
        GatePolicy policy,
        RefusalRule refusals,
        SessionSetting session,
        SessionLimits limits,
        ClientCredentials credentials,
        TokenPointers pointers,
        Optional<String> tokenType,
        BodyLimits bodies,
        OriginRule origins) {

    /** How many bytes of bodies may be kept for a replay. */
    public record BodyLimits(int perCall, long inTotal) {}

    /** How the application identifies itself at the token endpoint (RFC 6749 §2.3.1). Never shown. */
    public record ClientCredentials(Optional<String> clientId, Optional<String> clientSecret, Optional<String> scope) {
        @Override
        public String toString() {
            return "client " + clientId.orElse("-");
        }
    }
}
