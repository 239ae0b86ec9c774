package dev.tollgate.it.wildfly;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.jwt.JWT;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import dev.tollgate.oauth2.OAuth2Provider;
import java.io.File;
import java.net.URISyntaxException;
import net.minidev.asm.BeansAccess;
import net.minidev.json.JSONObject;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.objectweb.asm.ClassReader;

/** What is on the class path of the tests, as jars. */
final class Libraries {

    private Libraries() {}

    /** The jar that {@code type} comes from; Maven has packed it, or not yet. */
    static JavaArchive of(Class<?> type, String name) {
        File place = placeOf(type);
        JavaArchive library = ShrinkWrap.create(JavaArchive.class, name);
        return place.isDirectory()
                ? library.as(ExplodedImporter.class).importDirectory(place).as(JavaArchive.class)
                : library.as(ZipImporter.class).importFrom(place).as(JavaArchive.class);
    }

    /** What a realm needs beside Tollgate itself if its tokens come from an authorization server. */
    static JavaArchive[] provider() {
        return new JavaArchive[] {
            of(OAuth2Provider.class, "tollgate-oauth2.jar"),
            of(AccessTokenResponse.class, "oauth2-oidc-sdk.jar"),
            of(JWT.class, "nimbus-jose-jwt.jar"),
            of(ContentType.class, "content-type.jar"),
            of(LangTag.class, "lang-tag.jar"),
            of(JSONObject.class, "json-smart.jar"),
            of(BeansAccess.class, "accessors-smart.jar"),
            of(ClassReader.class, "asm.jar")
        };
    }

    private static File placeOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
