package dev.tollgate.it.scenarios.badinput;

import dev.tollgate.it.scenarios.client.ShopClient;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mistakes of configuration, of an application that has {@code ShopClient} in the realm shop, and {@code PlainClient}. */
public final class Settings {

    private static final String TABLE =
            """
            tollgate.shop.enabled=yes              | tollgate.shop.enabled=yes: must be true or false
            tollgate.shop.fail-fast=1              | tollgate.shop.fail-fast=1: must be true or false
            tollgate.shop.clients=plian            | tollgate.shop.clients=plian: there is no client interface with this \
            config key or class name; did you mean plain?
            tollgate.shop.wait-timeout=soon        | tollgate.shop.wait-timeout=soon: $DURATION
            tollgate.shop.wait-timeout=10          | tollgate.shop.wait-timeout=10: $DURATION
            tollgate.shop.wait-timeout=0s          | tollgate.shop.wait-timeout=0s: must be longer than zero
            tollgate.shop.attempt-timeout=1.5s     | tollgate.shop.attempt-timeout=1.5s: $DURATION
            tollgate.shop.attempt-timeout=PT0S     | tollgate.shop.attempt-timeout=PT0S: must be longer than zero
            tollgate.shop.refresh-margin=5 days    | tollgate.shop.refresh-margin=5 days: $DURATION
            tollgate.shop.clock-skew=-1s           | tollgate.shop.clock-skew=-1s: $DURATION
            tollgate.shop.rotation=sometimes       | tollgate.shop.rotation=sometimes: must be auto, strict, grace or none
            tollgate.shop.terminal-errors=too old  | tollgate.shop.terminal-errors=too old: must be OAuth errors such as \
            interaction_required, separated by commas (RFC 6749 section 5.2)
            tollgate.shop.terminal-statuses=500    | tollgate.shop.terminal-statuses=500: must be HTTP statuses from 400 \
            to 499, separated by commas: other statuses never end a session
            tollgate.shop.back-off=2s              | tollgate.shop.back-off=2s: must not be longer than \
            tollgate.shop.max-back-off
            tollgate.shop.back-off=0ms             | tollgate.shop.back-off=0ms: must be longer than zero
            tollgate.shop.max-back-off=50ms        | tollgate.shop.back-off=(default): must not be longer than \
            tollgate.shop.max-back-off
            tollgate.shop.max-waiters=0            | tollgate.shop.max-waiters=0: must be a number from 1 to 99999999
            tollgate.shop.max-waiters=many         | tollgate.shop.max-waiters=many: must be a number from 1 to 99999999
            tollgate.shop.replay-body-limit=2g     | tollgate.shop.replay-body-limit=2g: $SIZE
            tollgate.shop.replay-total-limit=-1    | tollgate.shop.replay-total-limit=-1: $SIZE
            tollgate.shop.max-refreshes=0          | tollgate.shop.max-refreshes=0: must be a number from 1 to 99999999
            tollgate.shop.session=user             | tollgate.shop.session=user: $SESSION
            tollgate.shop.session=header           | tollgate.shop.session=header: $SESSION
            tollgate.shop.session=principal:name   | tollgate.shop.session=principal:name: $SESSION
            tollgate.shop.max-sessions=none        | tollgate.shop.max-sessions=none: must be a number from 1 to 99999999
            tollgate.shop.keep-alive=0s            | tollgate.shop.keep-alive=0s: must be longer than zero
            tollgate.shop.session-idle-timeout=0s  | tollgate.shop.session-idle-timeout=0s: must be longer than zero
            tollgate.shop.access-token-pointer=token | tollgate.shop.access-token-pointer=token: must be a JSON Pointer \
            such as /data/token (RFC 6901)
            tollgate.shop.scope-pointer=/a~2       | tollgate.shop.scope-pointer=/a~2: must be a JSON Pointer such as \
            /data/token (RFC 6901)
            tollgate.shop.allowed-origins=example.com | tollgate.shop.allowed-origins=example.com: must be origins such \
            as https://api.example.com
            tollgate.shop.allow-http=maybe         | tollgate.shop.allow-http=maybe: must be true or false
            tollgate.shop.wait-timeout=90000h      | tollgate.shop.wait-timeout=90000h: $DURATION
            tollgate.shop.clientId=me              | tollgate.shop.clientId: there is no key 'clientId'; did you mean \
            client-id?
            tollgate.shop.roles.orders=guest       | tollgate.shop.roles.orders=guest: behind roles. there must be, in \
            quotes, "<interface>/<method>"
            tollgate.shop.roles."shop/oders"=guest | tollgate.shop.roles."shop/oders"=guest: the realm has no client \
            interface with such a method; did you mean shop/orders?
            tollgate.shop.roles."shop/orders"=vip  | tollgate.shop.roles."shop/orders"=vip: must be one of authenticated, \
            guest, login, logout, refresh-token
            tollgate.shop.issuer=https://id        | tollgate.shop.issuer=https://id: needs the artifact \
            dev.tollgate:tollgate-oauth2, which is not on the class path
            tollgate.shop.issuer=https://me:pw@id  | tollgate.shop.issuer=(not shown): needs the artifact \
            dev.tollgate:tollgate-oauth2, which is not on the class path
            tollgate.shop.allowed-origins=https://me:pw@api | tollgate.shop.allowed-origins=(not shown): must be \
            origins such as https://api.example.com
            tollgate.shop.session=${MODE}          | tollgate.shop.session: ${MODE} $UNRESOLVED
            tollgate.shop.client-secret=s3cret-${MODE} | tollgate.shop.client-secret: ${MODE} $UNRESOLVED
            tollgate.shop.roles."shop/orders"=${MODE} | tollgate.shop.roles."shop/orders": ${MODE} $UNRESOLVED
            tollgate.shop.wait-timout=1s           | tollgate.shop.wait-timout: there is no key 'wait-timout'; did you \
            mean wait-timeout?
            tollgate.shop.waitTimeout=1s           | tollgate.shop.waitTimeout: there is no key 'waitTimeout'; did you mean \
            wait-timeout?
            tollgate.shop.replay.body-limit=1k     | tollgate.shop.replay.body-limit: there is no key \
            'replay.body-limit'; did you mean replay-body-limit?
            tollgate.shop=x                        | tollgate.shop: must be tollgate.realms or tollgate.<realm>.<key>
            tollgate.reams=shop                    | tollgate.reams: must be tollgate.realms or tollgate.<realm>.<key>
            tollgate.realms=my shop                | realm 'my shop': a name has letters, digits, - and _ only
            tollgate.bank.clients=shop             | $SHOP is in more than one realm: [bank, shop]
            """
                    .replace("$DURATION", "must be a duration such as 500ms, 10s, 2m, 1h or PT10S, at most ten years")
                    .replace("$UNRESOLVED", "cannot be resolved. Set MODE, or write a default, ${MODE:...}")
                    .replace("$SESSION", "must be application, principal, header:<name> or claim:<name>")
                    .replace("$SIZE", "must be a number of bytes such as 65536, 64k or 1m, at most 1024m")
                    .replace("$SHOP", ShopClient.class.getName());

    private Settings() {}

    /** One property each. */
    public static List<BadInput<Map<String, String>>> all() {
        return TABLE.lines().map(Settings::row).toList();
    }

    private static BadInput<Map<String, String>> row(String line) {
        List<String> columns = Arrays.asList(line.split(" +\\| +", 2));
        List<String> property = Arrays.asList(columns.get(0).split("=", 2));
        Map<String, String> given = new LinkedHashMap<>();
        given.put(property.get(0), property.get(1));
        return new BadInput<>(columns.get(0), given, columns.get(1));
    }
}
