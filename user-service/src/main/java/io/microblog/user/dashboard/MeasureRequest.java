package io.microblog.user.dashboard;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.microblog.internal.FigureDays;
import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants measured. What the API has about other servers is not read: there is nothing of them.
 *
 * @param keys of {@link MeasureKey}
 * @param startAt the first day
 * @param endAt the last day
 * @param tagAccounts of which hashtag
 * @param tagUses of which hashtag
 */
record MeasureRequest(
        @Nullable List<String> keys,
        @Nullable String startAt,
        @Nullable String endAt,
        @Nullable HashtagWish tagAccounts,
        @Nullable HashtagWish tagUses) {

    record Accepted(Set<MeasureKey> keys, FigureDays days, Map<MeasureKey, String> hashtags) {}

    boolean isEmpty() {
        return keys == null || keys.isEmpty();
    }

    /** @throws Invalid naming the field that cannot be accepted */
    Accepted check() {
        Set<MeasureKey> wanted = new LinkedHashSet<>();
        for (String key : keys == null ? List.<String>of() : keys) {
            wanted.add(MeasureKey.find(key)
                    .orElseThrow(() -> Invalid.field("keys", "ERR_INCLUSION", "are not all known")));
        }
        FigureDays days = WishedDays.require(startAt, endAt, WishedDays.MOST);
        Map<MeasureKey, String> hashtags = new EnumMap<>(MeasureKey.class);
        if (wanted.contains(MeasureKey.TAG_ACCOUNTS)) {
            hashtags.put(MeasureKey.TAG_ACCOUNTS, HashtagWish.require(tagAccounts, "tag_accounts"));
        }
        if (wanted.contains(MeasureKey.TAG_USES)) {
            hashtags.put(MeasureKey.TAG_USES, HashtagWish.require(tagUses, "tag_uses"));
        }
        return new Accepted(wanted, days, hashtags);
    }
}
