package io.microblog.search.index;

import io.microblog.search.document.DocumentKind;
import io.microblog.search.document.DocumentRows;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** One indexer a kind, so that a backlog of posts does not keep accounts waiting. */
@Configuration(proxyBeanMethods = false)
class IndexingConfiguration {

    private final DocumentRows rows;
    private final IndexTargets targets;
    private final BulkWriter bulk;
    private final IndexAdmin admin;
    private final TransactionTemplate transactions;
    private final IndexingProperties properties;
    private final MeterRegistry meters;

    IndexingConfiguration(
            DocumentRows rows,
            IndexTargets targets,
            BulkWriter bulk,
            IndexAdmin admin,
            TransactionTemplate transactions,
            IndexingProperties properties,
            MeterRegistry meters) {
        this.rows = rows;
        this.targets = targets;
        this.bulk = bulk;
        this.admin = admin;
        this.transactions = transactions;
        this.properties = properties;
        this.meters = meters;
    }

    @Bean
    Indexer postIndexer() {
        return indexer(DocumentKind.POSTS);
    }

    @Bean
    Indexer accountIndexer() {
        return indexer(DocumentKind.ACCOUNTS);
    }

    private Indexer indexer(DocumentKind kind) {
        Gauge.builder("microblog.search.dirty", () -> rows.countDirty(kind))
                .description("Documents that the index does not hold yet")
                .tag("kind", kind.alias())
                .register(meters);
        return new Indexer(kind, rows, targets, bulk, admin, transactions, properties);
    }
}
