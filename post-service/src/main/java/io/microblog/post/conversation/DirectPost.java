package io.microblog.post.conversation;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A direct post as far as conversations go.
 *
 * @param id of the post
 * @param threadId the post that began its thread
 * @param authorId who wrote it
 * @param people the author and whom it names, each once, in the order of their ids
 */
public record DirectPost(long id, long threadId, long authorId, List<Long> people) {

    /** @param mentions whom it names; the author may be among them */
    public static DirectPost of(long id, long threadId, long authorId, Collection<Long> mentions) {
        List<Long> people = Stream.concat(mentions.stream(), Stream.of(authorId))
                .distinct()
                .sorted()
                .toList();
        return new DirectPost(id, threadId, authorId, people);
    }
}
