package io.microblog.post.media;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.event.PostState;
import io.microblog.kit.media.MediaFiles;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.web.BaseUrl;
import io.microblog.post.erasure.ErasedContent;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The images of posts. What changes them happens in the transaction that changes the post. */
@Service
public class Attachments implements ErasedContent {

    /** How many a post may have. */
    public static final int MAX = 4;

    private static final int BATCH = 100;

    private final MediaRows rows;
    private final MediaFiles files;
    private final PostMediaProperties properties;
    private final BaseUrl base;

    Attachments(MediaRows rows, MediaFiles files, PostMediaProperties properties, BaseUrl base) {
        this.rows = rows;
        this.files = files;
        this.properties = properties;
        this.base = base;
    }

    /**
     * What an author says of an image while editing a post; null leaves a thing as it is.
     *
     * @param id of the image
     * @param description for those who do not see it
     * @param focus as two numbers with a comma
     */
    public record Change(
            @Nullable Long id,
            @Nullable String description,
            @Nullable String focus) {}

    /** Images by their ids, in one query. */
    public Map<Long, MediaAttachment> byId(Collection<Long> ids) {
        Map<Long, MediaAttachment> found = new HashMap<>();
        if (!ids.isEmpty()) {
            rows.find(ids).forEach(media -> found.put(media.id(), MediaAttachment.of(media, base)));
        }
        return found;
    }

    /**
     * Gives images of the author's own to a post. Those that it has already may be among them.
     *
     * @throws Invalid when one is not there, somebody else's, or another post's
     */
    public void attach(List<Long> ids, long authorId, long postId) {
        if (!ids.isEmpty() && rows.attach(ids, authorId, postId) != ids.size()) {
            throw Invalid.field("media_ids", "ERR_NOT_FOUND", "are not there or already attached to another post")
                    .withCode("media-not-found");
        }
    }

    /**
     * Keeps images of the author's own, which no post uses, for a draft: these and no others.
     *
     * @throws Invalid when one is not there, somebody else's, in use, or in another draft
     */
    public void keepFor(long draftId, List<Long> ids, long authorId) {
        rows.releaseOthers(draftId, ids);
        if (!ids.isEmpty() && rows.keepFor(draftId, ids, authorId) != ids.size()) {
            throw Invalid.field("media_ids", "ERR_NOT_FOUND", "are not there or already used");
        }
    }

    /** Keeps the images of a post that waited for its time for the draft that it is again, under the same id. */
    public void handBack(long id) {
        rows.handBack(id);
    }

    /** The images that are kept for drafts, in one query. */
    public Map<Long, List<MediaAttachment>> keptFor(Collection<Long> drafts) {
        return drafts.isEmpty()
                ? Map.of()
                : rows.keptFor(drafts).stream()
                        .collect(Collectors.groupingBy(
                                MediaRows.Kept::draftId,
                                Collectors.mapping(
                                        kept -> MediaAttachment.of(kept.media(), base), Collectors.toList())));
    }

    /** What is said of images, in their order; empty where nothing is. */
    public List<String> descriptions(List<Long> ids) {
        Map<Long, MediaAttachment> found = byId(ids);
        return ids.stream()
                .map(found::get)
                .map(media -> media == null || media.description() == null ? "" : media.description())
                .toList();
    }

    /** What the world is told of images, in their order. */
    public List<PostState.Media> told(List<Long> ids) {
        Map<Long, MediaAttachment> found = byId(ids);
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(found.get(id)))
                .map(media -> new PostState.Media(media.type(), media.description()))
                .toList();
    }

    /**
     * Changes what is said of images of a post.
     *
     * @param ids the post's images; changes of others are ignored
     * @return whether anything is different now
     * @throws Invalid naming what cannot be
     */
    public boolean describe(List<Long> ids, List<Change> changes) {
        if (ids.isEmpty() || changes.isEmpty()) {
            return false;
        }
        List<Media> changed = new ArrayList<>();
        for (Media media : rows.find(ids)) {
            changes.stream()
                    .filter(change -> change.id() != null && change.id() == media.id())
                    .map(change -> new MediaWish(change.description(), change.focus()).apply(media))
                    .filter(wished -> !wished.equals(media))
                    .findFirst()
                    .ifPresent(changed::add);
        }
        changed.forEach(rows::update);
        return !changed.isEmpty();
    }

    /**
     * Parts with the images of a post that goes.
     *
     * @param atOnce otherwise the author may use them again for a while, as the API promises who writes a post anew
     */
    public void release(long postId, boolean atOnce) {
        if (atOnce) {
            rows.deleteOf(postId).forEach(media -> files.discard(media.keys()));
        } else {
            rows.detach(postId);
        }
    }

    /** Those that no post uses: the others go with their posts. */
    @Override
    @Transactional
    public boolean erase(long accountId, int most) {
        List<Media> erased = rows.deleteUnusedOf(accountId, most);
        erased.forEach(media -> files.discard(media.keys()));
        return erased.size() == most;
    }

    /** Forgets images that no post uses and no draft. */
    @Scheduled(fixedDelayString = "PT1M")
    @Transactional
    public void forgetUnused() {
        rows.deleteUnused(properties.unusedFor().toSeconds(), BATCH).forEach(media -> files.discard(media.keys()));
    }
}
