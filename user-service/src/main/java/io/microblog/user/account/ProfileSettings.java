package io.microblog.user.account;

import java.util.List;

import io.microblog.event.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * Everything of a profile that its owner decides.
 *
 * @param note as typed
 * @param noteHtml the note rendered
 * @param visibility what new posts get
 * @param sensitive what new posts get
 * @param language what new posts get; null to detect it
 */
record ProfileSettings(
        String displayName,
        String note,
        String noteHtml,
        List<ProfileField> fields,
        boolean locked,
        boolean bot,
        boolean discoverable,
        boolean indexable,
        Visibility visibility,
        boolean sensitive,
        @Nullable String language) {}
