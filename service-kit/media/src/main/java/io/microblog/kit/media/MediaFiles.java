package io.microblog.kit.media;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.microblog.kit.problem.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the files and the rows that name them together through every crash. The table {@code discarded_media} names the
 * files that are to go: each one from before it is written until a transaction keeps it, and again once a transaction
 * discards it. A sweep removes them; several instances may sweep at once.
 */
public class MediaFiles {

    private static final Logger LOG = LoggerFactory.getLogger(MediaFiles.class);

    /** Within which an upload has been kept or failed. */
    private static final Duration UNDECIDED = Duration.ofHours(1);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);
    private static final int BATCH = 50;

    private static final String DISCARD = """
            INSERT INTO discarded_media (key, due_at) SELECT unnest(:keys), now() + :delay * interval '1 second'
            ON CONFLICT (key) DO UPDATE SET due_at = excluded.due_at
            """;

    private final MediaStore store;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    MediaFiles(MediaStore store, JdbcClient jdbc, TransactionTemplate transaction) {
        this.store = store;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Stores files, to be kept by a transaction soon. Not to be called in a transaction.
     *
     * @return their keys, in the same order
     * @throws Unavailable when the store does not take them
     */
    public List<MediaKey> store(List<EncodedImage> images) {
        List<MediaKey> keys =
                images.stream().map(image -> MediaKey.random(image.format())).toList();
        store(keys, images);
        return keys;
    }

    /**
     * Stores an animation with the picture that is shown where nothing is to move, as {@link #store(List)} does.
     *
     * @param still PNG
     * @return the key of both: see {@link MediaKey#files}
     */
    public MediaKey store(EncodedImage animation, EncodedImage still) {
        MediaKey key = MediaKey.random(animation.format());
        store(key.files(), List.of(animation, still));
        return key;
    }

    private void store(List<MediaKey> keys, List<EncodedImage> images) {
        discard(keys, UNDECIDED);
        try {
            for (int i = 0; i < keys.size(); i++) {
                store.put(keys.get(i), images.get(i).bytes());
            }
        } catch (IOException failure) {
            throw new Unavailable("Images cannot be stored now, please try again", failure);
        }
    }

    /**
     * Keeps stored files, if the running transaction commits.
     *
     * @throws Unavailable when it comes too late and they are gone
     */
    public void keep(Collection<MediaKey> keys) {
        int kept = jdbc.sql("DELETE FROM discarded_media WHERE key = ANY (:keys)")
                .param("keys", array(keys))
                .update();
        if (kept != keys.size()) {
            throw new Unavailable("The upload took too long, please try again");
        }
    }

    /** Lets files go, once the running transaction has committed. */
    public void discard(Collection<MediaKey> keys) {
        discard(keys, Duration.ZERO);
    }

    private void discard(Collection<MediaKey> keys, Duration delay) {
        if (!keys.isEmpty()) {
            jdbc.sql(DISCARD)
                    .param("keys", array(keys))
                    .param("delay", delay.toSeconds())
                    .update();
        }
    }

    /** Removes files that are due. */
    @Scheduled(fixedDelayString = "${microblog.media.sweep-every:10s}")
    public void sweep() {
        Integer swept = transaction.execute(status -> sweepBatch());
        while (swept != null && swept == BATCH) {
            swept = transaction.execute(status -> sweepBatch());
        }
    }

    private int sweepBatch() {
        List<MediaKey> due = jdbc.sql("""
                        SELECT key FROM discarded_media WHERE due_at <= now() ORDER BY due_at LIMIT :batch
                        FOR UPDATE SKIP LOCKED
                        """)
                .param("batch", BATCH)
                .query((row, number) -> new MediaKey(row.getString(1)))
                .list();
        List<MediaKey> gone = new ArrayList<>(due);
        gone.removeIf(key -> !remove(key));
        keep(gone);
        due.removeAll(gone);
        discard(due, PAUSE_AFTER_FAILURE);
        return gone.size();
    }

    private boolean remove(MediaKey key) {
        try {
            store.delete(key);
            return true;
        } catch (IOException failure) {
            LOG.warn("A discarded file cannot be removed yet", failure);
            return false;
        }
    }

    private static String[] array(Collection<MediaKey> keys) {
        return keys.stream().map(MediaKey::value).toArray(String[]::new);
    }
}
