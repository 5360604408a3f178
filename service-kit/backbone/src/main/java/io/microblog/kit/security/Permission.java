package io.microblog.kit.security;

import java.util.Arrays;

/** What a role lets people do on this server beyond their own account: the flags of the API's {@code Role}. */
public enum Permission {
    /** Everything below. */
    ADMINISTRATOR(0x1),
    /** To look into the machinery. */
    DEVOPS(0x2),
    /** To read what others with rights have done. */
    VIEW_AUDIT_LOG(0x4),
    /** To see figures about the server. */
    VIEW_DASHBOARD(0x8),
    /** To handle reports. */
    MANAGE_REPORTS(0x10),
    /** To decide about other servers. */
    MANAGE_FEDERATION(0x20),
    /** To change the server's settings. */
    MANAGE_SETTINGS(0x40),
    /** To refuse mail providers and networks. */
    MANAGE_BLOCKS(0x80),
    /** To decide about trends and hashtags. */
    MANAGE_TAXONOMIES(0x100),
    /** To decide about appeals. */
    MANAGE_APPEALS(0x200),
    /** To see what is known of people, and to act on their accounts. */
    MANAGE_USERS(0x400),
    /** To end invitations. */
    MANAGE_INVITES(0x800),
    /** To write the server's rules. */
    MANAGE_RULES(0x1000),
    /** To announce. */
    MANAGE_ANNOUNCEMENTS(0x2000),
    /** To add emojis. */
    MANAGE_CUSTOM_EMOJIS(0x4000),
    /** To have other programs told. */
    MANAGE_WEBHOOKS(0x8000),
    /** To invite people. */
    INVITE_USERS(0x10000),
    /** To write roles below one's own, and to give them to people. */
    MANAGE_ROLES(0x20000),
    /** To reset how others sign in. */
    MANAGE_USER_ACCESS(0x40000),
    /** To delete what others have here. */
    DELETE_USER_DATA(0x80000);

    private final long flag;

    Permission(long flag) {
        this.flag = flag;
    }

    /** All flags that there are. */
    public static final long ALL = sum(values());

    /** Some permissions as one number. */
    public static long sum(Permission... permissions) {
        return Arrays.stream(permissions)
                .mapToLong(permission -> permission.flag)
                .reduce(0, (a, b) -> a | b);
    }

    /** Whether it is among the permissions that the number stands for; an administrator has every one. */
    public boolean isIn(long permissions) {
        return (permissions & (flag | ADMINISTRATOR.flag)) != 0;
    }
}
