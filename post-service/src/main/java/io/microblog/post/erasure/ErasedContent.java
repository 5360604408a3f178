package io.microblog.post.erasure;

/** What a feature keeps of people, and deletes when one of them is erased. */
public interface ErasedContent {

    /**
     * Deletes some of it, with the events that tell of it. It may be asked for again at any time: what is gone is passed over.
     *
     * @param most so many things, where there may be more than a few
     * @return whether there may be more
     */
    boolean erase(long accountId, int most);
}
