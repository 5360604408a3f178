package io.microblog.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.microblog.kit.loop.BackgroundLoop;
import io.microblog.search.document.Document;
import io.microblog.search.document.DocumentKind;
import io.microblog.search.document.DocumentRows;
import io.microblog.search.document.DocumentsChanged;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes dirty rows of one kind to their indices. Woken by commits of this instance, it looks for those of others by
 * itself; instances share the rows.
 *
 * <p>What was written is made searchable at once when the last refresh is long enough ago, and else as soon as that is
 * so: a lone post is found within milliseconds, while a flood of them costs a few refreshes a second.
 */
class Indexer extends BackgroundLoop {

    private record Batch(int taken, int settled) {}

    private final DocumentKind kind;
    private final DocumentRows rows;
    private final IndexTargets targets;
    private final BulkWriter bulk;
    private final IndexAdmin admin;
    private final TransactionTemplate transactions;
    private final int batchSize;
    private final Duration pollInterval;
    private final Duration refreshInterval;
    private long lastRefresh;
    private boolean refreshOwed;

    Indexer(
            DocumentKind kind,
            DocumentRows rows,
            IndexTargets targets,
            BulkWriter bulk,
            IndexAdmin admin,
            TransactionTemplate transactions,
            IndexingProperties properties) {
        super("indexer-" + kind.alias(), properties.longestPause());
        this.kind = kind;
        this.rows = rows;
        this.targets = targets;
        this.bulk = bulk;
        this.admin = admin;
        this.transactions = transactions;
        this.batchSize = properties.batchSize();
        this.pollInterval = properties.pollInterval();
        this.refreshInterval = properties.refreshInterval();
        this.lastRefresh = System.nanoTime() - refreshInterval.toNanos();
    }

    @TransactionalEventListener
    void on(DocumentsChanged changed) {
        if (changed.kind() == kind) {
            wake();
        }
    }

    @Override
    protected Duration round() throws IOException {
        Batch batch = Objects.requireNonNull(transactions.execute(status -> indexBatch()));
        if (refreshOwed && untilRefresh().isNegative()) {
            admin.refresh(kind);
            refreshed();
        }
        if (batch.settled() < batch.taken()) {
            throw new IOException("Elasticsearch took %d of %d".formatted(batch.settled(), batch.taken()));
        }
        return rest(batch);
    }

    private Duration rest(Batch batch) {
        if (batch.taken() == batchSize) {
            return Duration.ZERO;
        }
        // One more millisecond, lest the refresh is still not due then.
        return refreshOwed ? untilRefresh().plusMillis(1) : pollInterval;
    }

    /**
     * The rows stay locked while they are written, so no older document can follow a newer one. The targets are read
     * only then: who starts a rebuild later will find these rows in its scan.
     */
    private Batch indexBatch() {
        List<Document> batch = rows.claimDirty(kind, batchSize);
        List<String> indices = targets.of(kind).names();
        if (batch.isEmpty() || indices.isEmpty()) {
            return new Batch(0, 0);
        }
        List<Document> settled = write(batch, indices);
        rows.markIndexed(kind, settled);
        return new Batch(batch.size(), settled.size());
    }

    private List<Document> write(List<Document> batch, List<String> indices) {
        boolean refresh = untilRefresh().isNegative();
        try {
            List<Document> settled = bulk.write(batch, indices, refresh).settled();
            if (refresh) {
                refreshed();
            } else {
                refreshOwed = true;
            }
            return settled;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Duration untilRefresh() {
        return refreshInterval.minusNanos(System.nanoTime() - lastRefresh);
    }

    private void refreshed() {
        lastRefresh = System.nanoTime();
        refreshOwed = false;
    }
}
