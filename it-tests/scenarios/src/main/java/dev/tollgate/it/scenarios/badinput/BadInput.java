package dev.tollgate.it.scenarios.badinput;

/**
 * One line of the table of bad input.
 *
 * @param name what is wrong, for people
 * @param given what the realm, the client or the configuration is given
 * @param seen what a user sees of it
 */
public record BadInput<T>(String name, T given, String seen) {

    @Override
    public String toString() {
        return name;
    }
}
