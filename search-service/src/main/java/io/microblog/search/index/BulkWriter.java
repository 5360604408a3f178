package io.microblog.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import io.microblog.search.document.Document;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes whole documents under their own versions, so that writing one again, late or twice, changes nothing. A document
 * without content is deleted, under its version too. Of several requests one is made ready while another is on its way.
 */
@Component
class BulkWriter {

    /**
     * What came of a write.
     *
     * @param settled the documents that need no second try; the others Elasticsearch could not take now
     * @param refused how many of the settled ones it can never take
     */
    record Written(List<Document> settled, int refused) {}

    private static final Logger LOG = LoggerFactory.getLogger(BulkWriter.class);

    /** Characters of text a request: less than a megabyte, well below what a small node takes at once. */
    private static final int REQUEST_LENGTH = 100_000;

    private static final int REQUESTS_AT_ONCE = 2;

    private static final int CONFLICT = 409;
    private static final int BAD_REQUEST = 400;

    private final ElasticsearchClient client;
    private final Counter refused;

    BulkWriter(ElasticsearchClient client, MeterRegistry meters) {
        this.client = client;
        this.refused = Counter.builder("microblog.search.refused")
                .description("Documents that Elasticsearch can never index")
                .register(meters);
    }

    /**
     * Writes to each of the indices.
     *
     * @param refresh whether what was written is searchable at once
     * @throws IOException when Elasticsearch does not answer
     */
    Written write(List<Document> documents, List<String> indices, boolean refresh) throws IOException {
        List<List<Document>> requests = requests(documents);
        if (requests.size() == 1) {
            return send(documents, indices, refresh);
        }
        try (ExecutorService lanes = Executors.newFixedThreadPool(
                REQUESTS_AT_ONCE, Thread.ofVirtual().name("bulk-", 0).factory())) {
            List<Future<Written>> answers = requests.stream()
                    .map(request -> lanes.submit(() -> send(request, indices, refresh)))
                    .toList();
            try {
                return together(answers);
            } finally {
                answers.forEach(answer -> answer.cancel(true));
            }
        }
    }

    private static Written together(List<Future<Written>> answers) throws IOException {
        List<Document> settled = new ArrayList<>();
        int never = 0;
        for (Future<Written> answer : answers) {
            Written written = written(answer);
            settled.addAll(written.settled());
            never += written.refused();
        }
        return new Written(settled, never);
    }

    private static Written written(Future<Written> answer) throws IOException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IOException("Elasticsearch does not answer", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private Written send(List<Document> documents, List<String> indices, boolean refresh) throws IOException {
        List<BulkOperation> operations = documents.stream()
                .flatMap(document -> indices.stream().map(index -> operation(document, index)))
                .toList();
        Iterator<BulkResponseItem> items = client.bulk(
                        bulk -> bulk.operations(operations).refresh(refresh ? Refresh.True : Refresh.False))
                .items()
                .iterator();
        List<Document> settled = new ArrayList<>();
        int never = 0;
        for (Document document : documents) {
            boolean everywhere = true;
            for (int index = 0; index < indices.size(); index++) {
                BulkResponseItem item = items.next();
                everywhere &= isSettled(item);
                never += item.status() == BAD_REQUEST ? 1 : 0;
            }
            if (everywhere) {
                settled.add(document);
            }
        }
        return new Written(settled, never);
    }

    private static BulkOperation operation(Document document, String index) {
        String id = Long.toString(document.id());
        Document.Content content = document.content();
        if (content == null) {
            return BulkOperation.of(operation -> operation.delete(delete ->
                    delete.index(index).id(id).version(document.version()).versionType(VersionType.External)));
        }
        Source source = Source.of(document.id(), content);
        return BulkOperation.of(operation -> operation.<Source>index(write -> write.index(index)
                .id(id)
                .version(document.version())
                .versionType(VersionType.External)
                .document(source)));
    }

    /** A conflict says that the index holds this version or a newer one. */
    private boolean isSettled(BulkResponseItem item) {
        ErrorCause error = item.error();
        if (error == null || item.status() == CONFLICT) {
            return true;
        }
        if (item.status() == BAD_REQUEST) {
            refused.increment();
            LOG.error("{} of {} was refused for good: {}", item.id(), item.index(), error.reason());
            return true;
        }
        LOG.debug("{} of {} was not taken: {} {}", item.id(), item.index(), item.status(), error.type());
        return false;
    }

    private static List<List<Document>> requests(List<Document> documents) {
        List<List<Document>> requests = new ArrayList<>();
        int length = REQUEST_LENGTH;
        for (Document document : documents) {
            if (length >= REQUEST_LENGTH) {
                requests.add(new ArrayList<>());
                length = 0;
            }
            requests.getLast().add(document);
            length += length(document);
        }
        return requests;
    }

    private static int length(Document document) {
        return document.content() instanceof Document.Post post
                ? post.text().length() + post.around().length()
                : 0;
    }
}
