package io.microblog.post.posting;

import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Posts as they are written. Reading them for somebody is the business of another package. */
interface PostRepository extends Repository<Post, Long> {

    Post save(Post post);

    void delete(Post post);

    /** The author's own post, locked until the transaction ends, so that its changes come one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT p FROM Post p WHERE p.id = :id AND p.authorId = :authorId")
    Optional<Post> findOwn(long id, long authorId);

    @Query("SELECT p.languageChosen FROM Post p WHERE p.id = :id")
    Optional<Boolean> isLanguageChosen(long id);
}
