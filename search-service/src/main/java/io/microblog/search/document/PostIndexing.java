package io.microblog.search.document;

import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the posts' rows. */
@Component
class PostIndexing {

    private final PostDocuments documents;

    PostIndexing(PostDocuments documents) {
        this.documents = documents;
    }

    @KafkaListener(topics = PostEvent.TOPIC, groupId = "search-service.post-documents")
    void on(Envelope<PostEvent> envelope) {
        switch (envelope.event()) {
            case PostCreated created -> documents.save(created.post());
            case PostEdited edited -> documents.save(edited.post());
            case PostDeleted deleted -> documents.delete(deleted);
        }
    }
}
