package io.microblog.user.oauth;

import java.util.Set;

import io.microblog.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What an access token stands for.
 *
 * @param id names the grant without giving it away; revocations refer to it
 * @param accountId whose; null when the app acts for itself; of somebody who has yet to confirm, the account to be
 * @param clientId the app that holds it
 * @param app what that says of itself
 * @param scopes what it allows
 */
public record Grant(String id, @Nullable Long accountId, String clientId, Caller.App app, Set<String> scopes) {}
