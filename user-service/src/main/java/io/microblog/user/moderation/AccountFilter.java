package io.microblog.user.moderation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which accounts a moderator looks for.
 *
 * @param kind null for accounts of every kind
 * @param staff only those who may handle reports
 * @param roleIds only those with one of these roles; empty for all
 * @param username what the name begins with
 * @param displayName a part of the name as shown
 * @param email the whole address
 * @param ip the address that an open session was begun from
 * @param invitedBy who invited them
 * @param nobody what no account fits that is here, such as that it is remote
 */
record AccountFilter(
        @Nullable Kind kind,
        boolean staff,
        List<Long> roleIds,
        @Nullable String username,
        @Nullable String displayName,
        @Nullable String email,
        @Nullable String ip,
        @Nullable Long invitedBy,
        boolean nobody) {

    /** How an account stands, as the API divides them. */
    enum Kind {
        /** May be used. */
        ACTIVE("NOT pending AND NOT disabled AND NOT suspended"),
        /** Waits for a moderator. */
        PENDING("pending"),
        /** Its owner cannot use it. */
        DISABLED("disabled AND NOT suspended"),
        /** Kept from those who do not follow it. */
        SILENCED("limited"),
        /** All that it posts counts as sensitive. */
        SENSITIZED("sensitized"),
        /** Closed for everybody. */
        SUSPENDED("suspended");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }
    }

    /** What narrows the query; the parameters have the names of the components. */
    String condition() {
        var condition = new StringBuilder("true");
        add(condition, kind != null, kind == null ? "" : kind.condition);
        add(condition, staff, "role_id IN (SELECT id FROM role WHERE permissions & 17 <> 0)");
        add(condition, !roleIds.isEmpty(), "role_id IN (:roleIds)");
        add(condition, username != null, "starts_with(lower(username), lower(:username))");
        add(condition, displayName != null, "position(lower(:displayName) IN lower(display_name)) > 0");
        add(condition, email != null, "email = lower(:email)");
        add(condition, ip != null, """
                id::text IN (SELECT s.principal_name FROM spring_session s
                             JOIN session_device d ON d.session_id = s.primary_id WHERE d.peer = :ip)""");
        add(condition, invitedBy != null, "inviter_id = :invitedBy");
        add(condition, nobody, "false");
        return condition.toString();
    }

    private static void add(StringBuilder condition, boolean wanted, String part) {
        if (wanted) {
            condition.append(" AND ").append(part);
        }
    }
}
