package io.microblog.kit.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.microblog.event.AccountState;
import io.microblog.event.ImagePath;
import io.microblog.kit.openapi.SchemaName;
import io.microblog.kit.web.BaseUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The API's {@code Account} (docs.joinmastodon.org/entities/Account) as servers of version 4.3 send it. The keys
 * {@code suspended}, {@code memorial}, {@code limited} and {@code moved} are there only when they say something, because
 * some clients take their presence for a yes.
 *
 * @param id decimal
 * @param username as the person writes it
 * @param acct the same: everybody is local
 * @param displayName may be empty; clients then show the username
 * @param locked whether follows need consent
 * @param bot whether it is automated
 * @param discoverable whether it may be suggested
 * @param indexable whether its posts may be found by search
 * @param group always false
 * @param createdAt midnight UTC of the day of the sign-up; the hour is nobody's business
 * @param note HTML
 * @param url the page of the profile
 * @param uri its address for machines
 * @param avatar never empty
 * @param avatarStatic the same, or of an animation what it begins with
 * @param header never empty
 * @param headerStatic the same
 * @param followersCount people who follow it
 * @param followingCount people it follows
 * @param statusesCount its posts
 * @param lastStatusAt the UTC day of the newest post
 * @param hideCollections whether followers and following are hidden
 * @param noindex whether search engines should stay away
 * @param emojis always empty: there are no custom emojis
 * @param roles roles shown beside the name
 * @param fields label and value pairs
 * @param suspended true when moderation closed it; everything else is empty then
 * @param limited true when moderation keeps it from those who do not follow it
 */
@SchemaName("Account")
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record PublicAccount(
        String id,
        String username,
        String acct,
        String displayName,
        boolean locked,
        boolean bot,
        boolean discoverable,
        boolean indexable,
        boolean group,
        Instant createdAt,
        String note,
        String url,
        String uri,
        String avatar,
        String avatarStatic,
        String header,
        String headerStatic,
        long followersCount,
        long followingCount,
        long statusesCount,
        @Nullable LocalDate lastStatusAt,
        boolean hideCollections,
        boolean noindex,
        List<Object> emojis,
        List<Role> roles,
        List<Field> fields,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean suspended,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean limited) {

    private static final String MISSING_AVATAR = "/avatars/original/missing.png";
    private static final String MISSING_HEADER = "/headers/original/missing.png";

    /** The account as everybody may see it. */
    public static PublicAccount of(AccountState state, AccountCounts counts, BaseUrl base) {
        return of(state, counts, false, base);
    }

    /** The same of somebody who may hide followers and following. */
    public static PublicAccount of(AccountState state, AccountCounts counts, boolean hideCollections, BaseUrl base) {
        return state.suspended()
                ? of(closed(state), AccountCounts.NONE, false, base, true)
                : of(state, counts, hideCollections, base, null);
    }

    private static PublicAccount of(
            AccountState state,
            AccountCounts counts,
            boolean hideCollections,
            BaseUrl base,
            @Nullable Boolean suspended) {
        String avatar = image(base, state.avatar(), MISSING_AVATAR);
        String header = image(base, state.header(), MISSING_HEADER);
        return new PublicAccount(
                Long.toString(state.id()),
                state.username(),
                state.username(),
                state.displayName(),
                state.locked(),
                state.bot(),
                state.discoverable(),
                state.indexable(),
                false,
                state.createdAt().truncatedTo(ChronoUnit.DAYS),
                state.note(),
                base.resolve("/@" + state.username()),
                base.resolve("/users/" + state.username()),
                avatar,
                ImagePath.still(avatar),
                header,
                ImagePath.still(header),
                counts.followers(),
                counts.following(),
                counts.statuses(),
                counts.lastStatusAt(),
                hideCollections,
                !state.indexable(),
                List.of(),
                List.of(),
                state.fields().stream().map(Field::from).toList(),
                suspended,
                state.limited() ? true : null);
    }

    /** The same with roles beside the name; a closed account shows none. */
    public PublicAccount withRoles(List<Role> shown) {
        if (shown.isEmpty() || suspended != null) {
            return this;
        }
        return new PublicAccount(
                id,
                username,
                acct,
                displayName,
                locked,
                bot,
                discoverable,
                indexable,
                group,
                createdAt,
                note,
                url,
                uri,
                avatar,
                avatarStatic,
                header,
                headerStatic,
                followersCount,
                followingCount,
                statusesCount,
                lastStatusAt,
                hideCollections,
                noindex,
                emojis,
                shown,
                fields,
                suspended,
                limited);
    }

    /** What is left of a closed account: its name and its age. */
    private static AccountState closed(AccountState state) {
        return new AccountState(
                state.id(),
                state.version(),
                state.username(),
                "",
                "",
                null,
                null,
                false,
                false,
                false,
                false,
                true,
                List.of(),
                state.postingDefaults(),
                state.createdAt());
    }

    private static String image(BaseUrl base, @Nullable String path, String missing) {
        return base.resolve(path == null || path.isEmpty() ? missing : path);
    }

    /**
     * A label and value pair.
     *
     * @param name the label
     * @param value HTML
     * @param verifiedAt when the link was seen to link back, null when it was not
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Field(String name, String value, @Nullable Instant verifiedAt) {

        private static Field from(AccountState.Field field) {
            return new Field(field.name(), field.value(), field.verifiedAt());
        }
    }

    /**
     * A role shown beside the name.
     *
     * @param id decimal
     * @param name what is shown
     * @param color CSS colour, may be empty
     */
    public record Role(String id, String name, String color) {}
}
