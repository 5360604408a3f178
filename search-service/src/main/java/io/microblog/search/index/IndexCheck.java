package io.microblog.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

import io.microblog.search.document.Document;
import io.microblog.search.document.DocumentKind;
import io.microblog.search.document.DocumentRows;
import io.microblog.search.document.DocumentRows.Tally;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds an index against the rows before it may serve: how many documents, and the versions of some, while writes go on. */
@Component
class IndexCheck {

    private static final int PATIENCE = 8;
    private static final int SAMPLES = 10;
    private static final int SAMPLE_SIZE = 100;

    private final DocumentRows rows;
    private final IndexAdmin admin;
    private final TransactionTemplate transactions;

    IndexCheck(DocumentRows rows, IndexAdmin admin, TransactionTemplate transactions) {
        this.rows = rows;
        this.admin = admin;
        this.transactions = transactions;
    }

    /** @param refused so many documents are missing that Elasticsearch can never index */
    boolean isRight(DocumentKind kind, String index, long refused) throws IOException {
        return holdsAsMany(kind, index, refused) && holdsTheVersions(kind, index, refused);
    }

    /** Rows on their way to the index may be there or not yet. */
    private boolean holdsAsMany(DocumentKind kind, String index, long refused) throws IOException {
        for (int attempt = 1; attempt <= PATIENCE; attempt++) {
            Tally before = rows.tally(kind);
            long found = admin.count(index);
            Tally after = rows.tally(kind);
            long moving = before.dirty() + after.dirty() + Math.abs(after.documents() - before.documents());
            if (Math.abs(found + refused - after.documents()) <= moving) {
                return true;
            }
            IndexCopy.pause(attempt);
        }
        return false;
    }

    private boolean holdsTheVersions(DocumentKind kind, String index, long refused) {
        Tally all = rows.tally(kind);
        long wrong = 0;
        for (int sample = 0; sample < SAMPLES && all.firstId() <= all.lastId(); sample++) {
            long after = sample == 0
                    ? all.firstId() - 1
                    : ThreadLocalRandom.current().nextLong(all.firstId() - 1, all.lastId());
            wrong += Objects.requireNonNull(transactions.execute(_ -> wrongAfter(kind, index, after)));
        }
        return wrong <= refused * SAMPLES;
    }

    /** The rows are locked meanwhile; one that is dirty says nothing of the index. */
    private long wrongAfter(DocumentKind kind, String index, long id) {
        List<Document> sample = rows.scan(kind, id, SAMPLE_SIZE);
        try {
            Map<Long, Long> versions =
                    admin.versions(index, sample.stream().map(Document::id).toList());
            List<Document> different = sample.stream()
                    .filter(document -> !Objects.equals(
                            versions.get(document.id()), document.content() == null ? null : document.version()))
                    .toList();
            return rows.countIndexed(kind, different);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
