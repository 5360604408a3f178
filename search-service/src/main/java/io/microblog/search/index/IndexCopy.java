package io.microblog.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.microblog.search.document.Document;
import io.microblog.search.document.DocumentKind;
import io.microblog.search.document.DocumentRows;
import io.microblog.search.index.IndexTargets.Progress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Copies the rows of a kind into the index that is being built. How far it came is written down with each batch: what
 * was cut short goes on there, and a batch that is copied twice changes nothing.
 */
@Component
class IndexCopy {

    private static final int PATIENCE = 10;

    /** So many of the indexer's batches are one here: enough for requests that overlap. */
    private static final int BATCHES = 4;

    private final DocumentRows rows;
    private final IndexTargets targets;
    private final BulkWriter bulk;
    private final TransactionTemplate transactions;
    private final int batchSize;

    IndexCopy(
            DocumentRows rows,
            IndexTargets targets,
            BulkWriter bulk,
            TransactionTemplate transactions,
            IndexingProperties properties) {
        this.rows = rows;
        this.targets = targets;
        this.bulk = bulk;
        this.transactions = transactions;
        this.batchSize = BATCHES * properties.batchSize();
    }

    /** @throws IOException when Elasticsearch or the database failed too often; what was copied stays */
    void run(DocumentKind kind, String index) throws IOException {
        boolean more = true;
        while (more) {
            more = copyPatiently(kind, index);
        }
    }

    private boolean copyPatiently(DocumentKind kind, String index) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transactions.execute(_ -> copyBatch(kind, index)));
            } catch (RuntimeException failure) {
                if (attempt == PATIENCE) {
                    throw new IOException("The rebuild of " + kind.alias() + " is interrupted", failure);
                }
                pause(attempt);
            }
        }
    }

    /**
     * The rows stay locked while they are copied: a row must not be emptied between the two. Emptied ones are deleted, as
     * an index that served before may still hold them.
     *
     * @return whether there was any
     */
    private boolean copyBatch(DocumentKind kind, String index) {
        Progress before = targets.progress(kind);
        List<Document> batch = rows.scan(kind, before.copiedTo(), batchSize);
        if (batch.isEmpty()) {
            return false;
        }
        try {
            BulkWriter.Written written = bulk.write(batch, List.of(index), false);
            if (written.settled().size() < batch.size()) {
                throw new IllegalStateException("Elasticsearch does not take all documents now");
            }
            targets.advance(
                    kind,
                    new Progress(
                            batch.getLast().id(),
                            before.copied() + batch.size(),
                            before.refused() + written.refused()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    static void pause(int attempt) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(100L * attempt * attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
