package io.microblog.bench.data;

import java.util.List;

import io.microblog.local.collection.JudgedCollection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CollectionDataTests {

    private final CollectionData collection = CollectionData.of(100);

    @Test
    void holdsWhatIsJudgedUnderItsKeys() {
        List<String> keys = collection.posts().stream()
                .map(post -> collection.key(post.id()))
                .toList();
        assertThat(keys)
                .containsAll(JudgedCollection.posts().stream()
                        .map(JudgedCollection.Post::key)
                        .toList());
        assertThat(collection.key(Ids.person(CollectionData.AUTHOR + 1)))
                .isEqualTo(JudgedCollection.people().getFirst().key());
    }

    @Test
    void givesEveryPostAnIdOfItsOwn() {
        assertThat(collection.posts()).extracting(CollectionData.Post::id).doesNotHaveDuplicates();
    }

    @Test
    void isTheSameEachTime() {
        assertThat(CollectionData.of(100).posts()).isEqualTo(collection.posts());
    }
}
