package io.microblog.search.index;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.CommonStatsFlag;
import co.elastic.clients.elasticsearch._types.StoreStats;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.elasticsearch.indices.ElasticsearchIndicesClient;
import co.elastic.clients.elasticsearch.indices.stats.IndexStats;
import io.microblog.search.analysis.Analysed;
import io.microblog.search.document.DocumentKind;
import org.springframework.stereotype.Component;

/**
 * Creates, publishes and deletes indices. The settings and mappings stand in {@code index/<kind>.json}, an index template
 * that also keeps Elasticsearch from creating an index by itself when a write comes to a missing one. Elasticsearch
 * remembers the versions of deleted documents for an hour ({@code gc_deletes}), so that a write which was held up on its
 * way for long cannot bring one back.
 */
@Component
class IndexAdmin {

    private final ElasticsearchClient client;
    private final ElasticsearchIndicesClient indices;

    IndexAdmin(ElasticsearchClient client) {
        this.client = client;
        this.indices = client.indices();
    }

    /** Whether an index of this name has the definition of today. */
    boolean isCurrent(DocumentKind kind, String index) {
        return index.startsWith(prefix(kind));
    }

    /** A new, empty index that refreshes only when it is published. */
    String create(DocumentKind kind) throws IOException {
        putTemplate(kind);
        String index = prefix(kind) + System.currentTimeMillis();
        indices.create(create -> create.index(index).settings(settings -> settings.refreshInterval(t -> t.time("-1"))));
        return index;
    }

    private void putTemplate(DocumentKind kind) throws IOException {
        indices.putIndexTemplate(put -> put.name(kind.alias()).withJson(new ByteArrayInputStream(definition(kind))));
    }

    /** Makes the index searchable and puts it behind the alias, in place of all others and in one step. */
    void publish(DocumentKind kind, String index) throws IOException {
        indices.putSettings(put -> put.index(index).settings(settings -> settings.refreshInterval(t -> t.time("1s"))));
        indices.refresh(refresh -> refresh.index(index));
        indices.updateAliases(update -> update.actions(action -> action.remove(remove ->
                        remove.index(pattern(kind)).alias(kind.alias()).mustExist(false)))
                .actions(action -> action.add(add -> add.index(index).alias(kind.alias()))));
    }

    /** The indices behind the alias: one, or none before the first is published. */
    Set<String> published(DocumentKind kind) throws IOException {
        if (!indices.existsAlias(exists -> exists.name(kind.alias())).value()) {
            return Set.of();
        }
        return Set.copyOf(
                indices.getAlias(get -> get.name(kind.alias())).aliases().keySet());
    }

    boolean exists(String index) throws IOException {
        return indices.exists(exists -> exists.index(index)).value();
    }

    /** How many documents the index has, with all that was written. */
    long count(String index) throws IOException {
        indices.refresh(refresh -> refresh.index(index));
        return client.count(count -> count.index(index)).count();
    }

    /** How much all indices take up on the disk, with copies. */
    long bytes() throws IOException {
        long bytes = 0;
        for (DocumentKind kind : DocumentKind.values()) {
            IndexStats total = indices.stats(stats -> stats.index(pattern(kind)).metric(CommonStatsFlag.Store))
                    .all()
                    .total();
            StoreStats store = total == null ? null : total.store();
            bytes += store == null ? 0 : store.sizeInBytes();
        }
        return bytes;
    }

    /** The versions of those of the documents that the index has. */
    Map<Long, Long> versions(String index, List<Long> ids) throws IOException {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, Long> versions = new HashMap<>();
        for (MultiGetResponseItem<Void> item : client.mget(
                        get -> get.index(index)
                                .ids(ids.stream().map(String::valueOf).toList())
                                .source(source -> source.fetch(false)),
                        Void.class)
                .docs()) {
            if (item.isResult() && item.result().found()) {
                versions.put(
                        Long.valueOf(item.result().id()),
                        Objects.requireNonNull(item.result().version()));
            }
        }
        return versions;
    }

    /** Deletes all indices of the kind but these. */
    void deleteOthers(DocumentKind kind, Set<String> kept) throws IOException {
        Set<String> all = indices.get(get -> get.index(pattern(kind))).indices().keySet();
        for (String other : all) {
            if (!kept.contains(other)) {
                delete(other);
            }
        }
    }

    void delete(String index) throws IOException {
        indices.delete(delete -> delete.index(index).ignoreUnavailable(true));
    }

    /** Makes what was written searchable. */
    void refresh(DocumentKind kind) throws IOException {
        indices.refresh(refresh -> refresh.index(kind.alias()).ignoreUnavailable(true));
    }

    /** Changes with the definition and with how texts are analysed: an index of another name is then built. */
    private static String prefix(DocumentKind kind) {
        CRC32 definition = new CRC32();
        definition.update(definition(kind));
        definition.update(Analysed.VERSION);
        return kind.alias() + "-v" + Long.toHexString(definition.getValue()) + "-";
    }

    private static byte[] definition(DocumentKind kind) {
        try (InputStream file = IndexAdmin.class.getResourceAsStream("/index/" + kind.alias() + ".json")) {
            return Objects.requireNonNull(file, "No definition of an index").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pattern(DocumentKind kind) {
        return kind.alias() + "-v*";
    }
}
