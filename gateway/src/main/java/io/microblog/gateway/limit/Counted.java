package io.microblog.gateway.limit;

import java.util.List;

import io.microblog.gateway.edge.PeerAddress;
import io.microblog.gateway.identity.CredentialsFilter;
import io.microblog.gateway.identity.Requester;
import io.microblog.kit.web.PeerNetwork;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * Whom a request counts against: an account wherever it comes from; an app at its address, because anybody may have as many
 * tokens of an app as they like; or the address.
 *
 * @param account null for an app or a stranger
 * @param app null for an account or a stranger
 * @param networks around the address, the narrowest first
 */
record Counted(@Nullable String account, @Nullable String app, List<PeerNetwork> networks) {

    static Counted of(ServerWebExchange exchange) {
        Requester requester = CredentialsFilter.requesterOf(exchange);
        return new Counted(requester.account(), requester.app(), PeerNetwork.of(PeerAddress.of(exchange)));
    }

    boolean isStranger() {
        return account == null && app == null;
    }

    Allowance take(Allowances allowances, String what, RateLimit limit) {
        if (account != null) {
            return allowances.take(what + ":account:" + account, limit);
        }
        String where = app == null ? ":address:" : ":app:" + app + "@";
        return allowances.take(what + where, networks, limit);
    }
}
