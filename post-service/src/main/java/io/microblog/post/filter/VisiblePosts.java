package io.microblog.post.filter;

/** Who may see which post. */
public interface VisiblePosts {

    /** Whether the post, or that behind the boost with this id, is there for a person. */
    boolean sees(long accountId, long postId);
}
