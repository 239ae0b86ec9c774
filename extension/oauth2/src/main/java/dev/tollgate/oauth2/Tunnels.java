package dev.tollgate.oauth2;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;

/** Knows whether this JVM may ask a proxy for a tunnel, the way to an https server, with a user and a password. */
final class Tunnels {

    static final String DISABLED = "jdk.http.auth.tunneling.disabledSchemes";

    static final String RULE =
            "is of no use for an https server, because this JVM does not send a user and a password to a"
                    + " proxy when it asks for a tunnel: start it with -D" + DISABLED + "= (nothing behind the =)";

    private Tunnels() {}

    static boolean areDeniedToBasic() {
        String home = System.getProperty("java.home");
        String set = System.getProperty(DISABLED);
        return set != null
                ? namesBasic(set)
                : home != null && namesBasic(inFile(Path.of(home, "conf", "net.properties")));
    }

    /** As the JDK reads it. */
    static boolean namesBasic(String schemes) {
        return Arrays.stream(schemes.split(",")).map(String::trim).anyMatch("Basic"::equalsIgnoreCase);
    }

    private static String inFile(Path defaults) {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(defaults)) {
            properties.load(file);
        } catch (IOException | IllegalArgumentException e) {
            return ""; // a native application has none
        }
        return properties.getProperty(DISABLED, "");
    }
}
