package dev.tollgate.source;

/**
 * One signed-in party inside a realm: the application itself, a user, a tenant.
 *
 * @param value what tells the parties of a realm apart; shown in logs, so never a secret
 */
public record SessionKey(String value) {

    /** The application itself, the one party of a realm that does not tell users apart. */
    public static final SessionKey APPLICATION = new SessionKey("application");

    @Override
    public String toString() {
        return value;
    }
}
