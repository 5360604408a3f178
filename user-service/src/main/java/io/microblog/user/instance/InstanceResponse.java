package io.microblog.user.instance;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.microblog.kit.account.PublicAccount;
import io.microblog.user.rule.RuleResponse;
import org.jspecify.annotations.Nullable;

/** The API's {@code Instance}, version 2. */
record InstanceResponse(
        String domain,
        String title,
        String version,
        String sourceUrl,
        String description,
        Usage usage,
        Thumbnail thumbnail,
        List<Icon> icon,
        List<String> languages,
        Configuration configuration,
        Registrations registrations,
        Map<String, Integer> apiVersions,
        Contact contact,
        List<RuleResponse> rules) {

    record Usage(Users users) {}

    record Users(long activeMonth) {}

    record Thumbnail(String url, @Nullable String blurhash, Map<String, String> versions) {}

    record Icon(String src, String size) {}

    record Registrations(
            boolean enabled,
            boolean approvalRequired,
            boolean reasonRequired,
            @Nullable String message,
            @Nullable Integer minAge,
            String url) {}

    record Contact(String email, @Nullable PublicAccount account) {}

    /** What clients may send. */
    record Configuration(
            Urls urls,
            Accounts accounts,
            Statuses statuses,
            MediaAttachments mediaAttachments,
            Polls polls,
            Translation translation,
            boolean limitedFederation,
            Map<String, String> vapid) {}

    /** @param streaming null where there are no live streams: clients connect to what is named here without end */
    record Urls(
            @Nullable String streaming,
            String about,
            @Nullable String status,
            @Nullable String privacyPolicy,
            @Nullable String termsOfService) {}

    record Accounts(
            int maxFeaturedTags,
            int maxPinnedStatuses,
            int maxDisplayNameLength,
            int maxNoteLength,
            int maxProfileFields,
            int profileFieldNameLimit,
            int profileFieldValueLimit) {}

    /** @param minScheduledAhead seconds; the API has no place for it elsewhere */
    record Statuses(
            int maxCharacters,
            int maxMediaAttachments,
            int charactersReservedPerUrl,
            List<String> supportedMimeTypes,
            long minScheduledAhead) {}

    record MediaAttachments(
            List<String> supportedMimeTypes,
            int descriptionLimit,
            long imageSizeLimit,
            long imageMatrixLimit,
            long videoSizeLimit,
            int videoFrameRateLimit,
            long videoMatrixLimit) {}

    record Polls(int maxOptions, int maxCharactersPerOption, int minExpiration, int maxExpiration) {}

    record Translation(boolean enabled) {}

    /** The API's {@code V1::Instance}, for older clients. */
    record V1(
            String uri,
            String title,
            String shortDescription,
            String description,
            String email,
            String version,
            Map<String, String> urls,
            Stats stats,
            String thumbnail,
            List<String> languages,
            boolean registrations,
            boolean approvalRequired,
            boolean invitesEnabled,
            Configuration configuration,
            @JsonProperty("contact_account") @Nullable PublicAccount contactAccount,
            List<RuleResponse> rules) {}

    record Stats(long userCount, long statusCount, long domainCount) {}
}
