package io.microblog.translation.cache;

import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.event.PostState;
import io.microblog.event.Visibility;
import io.microblog.kit.event.Envelope;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Forgets translations of what nobody says any more. */
@Component
class TranslationExpiry {

    private final StoredTranslations translations;

    TranslationExpiry(StoredTranslations translations) {
        this.translations = translations;
    }

    @KafkaListener(topics = PostEvent.TOPIC, groupId = "translation-service.cache")
    void on(Envelope<PostEvent> envelope) {
        switch (envelope.event()) {
            case PostCreated created -> {
                // Nobody can have translated it yet.
            }
            case PostEdited edited -> translations.forget(edited.postId(), edited.version(), text(edited.post()));
            case PostDeleted deleted -> translations.forget(deleted.postId(), Long.MAX_VALUE, null);
        }
    }

    private static @Nullable TextKey text(PostState post) {
        boolean open = post.visibility() == Visibility.PUBLIC || post.visibility() == Visibility.UNLISTED;
        return open ? TextKey.of(post.language(), post.content(), post.spoilerText()) : null;
    }
}
