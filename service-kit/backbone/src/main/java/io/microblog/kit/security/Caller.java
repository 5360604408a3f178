package io.microblog.kit.security;

import java.util.Arrays;
import java.util.Set;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotAllowed;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request to the public API, as the gateway's token exchange found out. A controller takes it as a
 * parameter.
 *
 * @param accountId the person; null for apps on their own and for anonymous callers
 * @param clientId the app; null for anonymous callers and browser sessions
 * @param app what the app says of itself; null where there is none
 * @param scopes what the token allows; {@code read} stands for all of {@code read:*}
 * @param permissions what the person's role allows on this server, as {@link Permission#sum}
 * @param state of the person's account; anonymous callers and apps are {@link State#ACTIVE}
 * @param sid the session or access token behind the request
 */
public record Caller(
        @Nullable Long accountId,
        @Nullable String clientId,
        @Nullable App app,
        Set<String> scopes,
        long permissions,
        State state,
        @Nullable String sid) {

    /** The states of an account that decide what it may do. */
    public enum State {
        /** May do everything its scopes allow. */
        ACTIVE,
        /** Has not confirmed its e-mail address. */
        UNCONFIRMED,
        /** Waits for approval by a moderator. */
        PENDING,
        /** Closed by moderation. */
        SUSPENDED
    }

    /**
     * The program that a person uses; for a browser session this server's own.
     *
     * @param name what it calls itself
     * @param website where it is found
     */
    public record App(String name, @Nullable String website) {}

    private static final Caller ANONYMOUS = new Caller(null, null, null, Set.of(), 0, State.ACTIVE, null);

    /** Somebody without a token. */
    public static Caller anonymous() {
        return ANONYMOUS;
    }

    /** Whether a token came with the request. */
    public boolean isAuthenticated() {
        return accountId != null || clientId != null;
    }

    /**
     * The person.
     *
     * @throws Invalid when an app calls on its own
     */
    public long requireAccount() {
        if (accountId == null) {
            throw new Invalid("This method requires an authenticated user");
        }
        return accountId;
    }

    /**
     * Lets the request pass when one of the scopes was granted, or none is needed.
     *
     * @throws NotAllowed otherwise
     */
    void requireScope(String... oneOf) {
        if (oneOf.length > 0 && Arrays.stream(oneOf).noneMatch(this::hasScope)) {
            throw new NotAllowed("This action is outside the authorized scopes");
        }
    }

    /** Whether the person's role allows it. */
    public boolean may(Permission permission) {
        return permission.isIn(permissions);
    }

    /** Whether {@code scope} was granted, itself or by its parent: {@code write} covers {@code write:statuses}. */
    public boolean hasScope(String scope) {
        int colon = scope.lastIndexOf(':');
        return scopes.contains(scope) || (colon > 0 && hasScope(scope.substring(0, colon)));
    }
}
