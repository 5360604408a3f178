package io.microblog.kit.text;

/**
 * Counts a text as the Mastodon API does ({@code StatusLengthValidator}): grapheme clusters, an address as 23, a mention
 * without its host.
 */
final class Length {

    static final int URL = 23;

    private final PlainSource source;

    Length(PlainSource source) {
        this.source = source;
    }

    int of(String text) {
        var countable = new StringBuilder(text.length());
        source.scan(text, countable::append, entity -> {
            switch (entity) {
                case Entity.Url _ -> countable.repeat('x', URL);
                case Entity.Mention mention -> countable.append('@').append(mention.name());
                case Entity.Tag tag -> countable.append(tag.written());
            }
        });
        return VisibleText.length(countable);
    }
}
