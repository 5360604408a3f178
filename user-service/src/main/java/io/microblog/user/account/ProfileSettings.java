package io.microblog.user.account;

import java.util.List;

import io.microblog.event.QuotePolicy;
import io.microblog.event.Visibility;
import io.microblog.user.portrait.PortraitChange;
import org.jspecify.annotations.Nullable;

/**
 * Everything of a profile that its owner decides.
 *
 * @param note as typed
 * @param noteHtml the note rendered
 * @param avatar the image's key in the store; null for the default one
 * @param header the same
 * @param hideCollections whether nobody else sees whom the person follows and who follows them
 * @param attributionDomains whose pages may name the person as their author
 * @param visibility what new posts get
 * @param sensitive what new posts get
 * @param language what new posts get; null to detect it
 * @param quotePolicy what new posts get
 */
record ProfileSettings(
        String displayName,
        String note,
        String noteHtml,
        List<ProfileField> fields,
        @Nullable String avatar,
        @Nullable String header,
        boolean locked,
        boolean bot,
        boolean discoverable,
        boolean indexable,
        boolean hideCollections,
        List<String> attributionDomains,
        Visibility visibility,
        boolean sensitive,
        @Nullable String language,
        QuotePolicy quotePolicy) {

    /** Of somebody of whom nothing is known. */
    static final ProfileSettings BLANK = new ProfileSettings(
            "",
            "",
            "",
            List.of(),
            null,
            null,
            true,
            false,
            false,
            false,
            true,
            List.of(),
            Visibility.PUBLIC,
            false,
            null,
            QuotePolicy.PUBLIC);

    /** The same with other images. */
    ProfileSettings with(PortraitChange newAvatar, PortraitChange newHeader) {
        return new ProfileSettings(
                displayName,
                note,
                noteHtml,
                fields,
                newAvatar.after(avatar),
                newHeader.after(header),
                locked,
                bot,
                discoverable,
                indexable,
                hideCollections,
                attributionDomains,
                visibility,
                sensitive,
                language,
                quotePolicy);
    }
}
