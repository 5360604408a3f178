package io.microblog.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.microblog.search.document.Document;
import io.microblog.search.document.DocumentKind;
import io.microblog.search.document.DocumentRows;
import io.microblog.search.index.IndexTargets.Targets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds an index anew from the rows, while the old one serves and changes go to both, and then puts it behind the alias
 * in one step. A rebuild that died is finished when the alias had been switched, else thrown away.
 */
@Component
public class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int PATIENCE = 10;

    private final DocumentRows rows;
    private final IndexTargets targets;
    private final IndexAdmin admin;
    private final BulkWriter bulk;
    private final RebuildLock lock;
    private final TransactionTemplate transactions;
    private final int batchSize;

    Rebuild(
            DocumentRows rows,
            IndexTargets targets,
            IndexAdmin admin,
            BulkWriter bulk,
            RebuildLock lock,
            TransactionTemplate transactions,
            IndexingProperties properties) {
        this.rows = rows;
        this.targets = targets;
        this.admin = admin;
        this.bulk = bulk;
        this.lock = lock;
        this.transactions = transactions;
        this.batchSize = properties.batchSize();
    }

    /**
     * Replaces the index of this kind by a fresh one.
     *
     * @return false when another instance is at it
     * @throws IOException when Elasticsearch fails; what stands behind the alias then still serves
     */
    public boolean run(DocumentKind kind) throws IOException {
        return lock.tryRun(kind, () -> {
            settle(kind);
            build(kind);
        });
    }

    /** Sees to it that an index of today's definition serves; does nothing when one does. */
    void ensure(DocumentKind kind) throws IOException {
        if (!isWell(kind)) {
            lock.tryRun(kind, () -> {
                settle(kind);
                if (!isWell(kind)) {
                    build(kind);
                }
            });
        }
    }

    private boolean isWell(DocumentKind kind) throws IOException {
        Targets now = targets.of(kind);
        return now.live() != null
                && now.building() == null
                && admin.isCurrent(kind, now.live())
                && admin.published(kind).equals(Set.of(now.live()));
    }

    private void settle(DocumentKind kind) throws IOException {
        String left = targets.of(kind).building();
        if (left == null) {
            return;
        }
        if (admin.published(kind).contains(left)) {
            finish(kind, left);
        } else {
            targets.stopBuilding(kind);
            admin.delete(left);
        }
    }

    /** The index exists before the indexer hears of it, and the indexer writes to it before the scan begins. */
    private void build(DocumentKind kind) throws IOException {
        String index = admin.create(kind);
        LOG.info("Building {}", index);
        targets.startBuilding(kind, index);
        long count = copyRows(kind, index);
        admin.publish(kind, index);
        finish(kind, index);
        LOG.info("{} serves {} with {} documents", index, kind.alias(), count);
    }

    private void finish(DocumentKind kind, String index) throws IOException {
        targets.goLive(kind, index);
        admin.deleteOthers(kind, index);
    }

    private long copyRows(DocumentKind kind, String index) throws IOException {
        long count = 0;
        List<Document> batch = copyPatiently(kind, index, -1);
        while (!batch.isEmpty()) {
            count += batch.stream().filter(Rebuild::hasContent).count();
            batch = copyPatiently(kind, index, batch.getLast().id());
        }
        return count;
    }

    private List<Document> copyPatiently(DocumentKind kind, String index, long afterId) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transactions.execute(status -> copyBatch(kind, index, afterId)));
            } catch (RuntimeException failure) {
                if (attempt == PATIENCE) {
                    throw new IOException("The rebuild of " + kind.alias() + " is given up", failure);
                }
                pause(attempt);
            }
        }
    }

    /** The rows stay locked while they are copied: a row must not be emptied between the two. */
    private List<Document> copyBatch(DocumentKind kind, String index, long afterId) {
        List<Document> batch = rows.scan(kind, afterId, batchSize);
        List<Document> found = batch.stream().filter(Rebuild::hasContent).toList();
        try {
            if (bulk.write(found, List.of(index), false).size() < found.size()) {
                throw new IllegalStateException("Elasticsearch does not take all documents now");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return batch;
    }

    private static boolean hasContent(Document document) {
        return document.content() != null;
    }

    private static void pause(int attempt) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(100L * attempt * attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
