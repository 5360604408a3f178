package io.microblog.user.account;

import java.util.List;

import io.microblog.kit.account.PublicAccount;

/** The API's {@code Profile}: what its owner edits, texts as typed. */
record ProfileResponse(
        String id,
        String displayName,
        String note,
        List<CredentialAccount.Field> fields,
        String avatar,
        String avatarStatic,
        String avatarDescription,
        String header,
        String headerStatic,
        String headerDescription,
        boolean locked,
        boolean bot,
        boolean hideCollections,
        boolean discoverable,
        boolean indexable,
        boolean showMedia,
        boolean showMediaReplies,
        boolean showFeatured,
        List<String> attributionDomains) {

    static ProfileResponse from(CredentialAccount own) {
        PublicAccount account = own.account();
        CredentialAccount.Source source = own.source();
        return new ProfileResponse(
                account.id(),
                account.displayName(),
                source.note(),
                source.fields(),
                account.avatar(),
                account.avatarStatic(),
                "",
                account.header(),
                account.headerStatic(),
                "",
                account.locked(),
                account.bot(),
                source.hideCollections(),
                source.discoverable(),
                source.indexable(),
                true,
                true,
                true,
                source.attributionDomains());
    }
}
