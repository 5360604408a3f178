package io.microblog.user.account;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the owner wants to change of a profile; null leaves a thing as it is.
 *
 * @param avatar a file, or an empty text to have none
 * @param header the same
 */
record ProfileUpdate(
        @Nullable String displayName,
        @Nullable String note,
        @Nullable Boolean locked,
        @Nullable Boolean bot,
        @Nullable Boolean discoverable,
        @Nullable Boolean indexable,
        @Nullable Boolean hideCollections,
        @Nullable List<String> attributionDomains,
        @Nullable Object avatar,
        @Nullable Object header,
        @Nullable List<Field> fieldsAttributes,
        @Nullable Source source) {

    /** Whether it says who may see, find or follow something, or what a post gets that says nothing itself. */
    boolean concernsPrivacy() {
        return locked != null || discoverable != null || indexable != null || hideCollections != null || source != null;
    }

    record Field(@Nullable String name, @Nullable String value) {}

    record Source(
            @Nullable String privacy,
            @Nullable Boolean sensitive,
            @Nullable String language,
            @Nullable String quotePolicy) {}
}
