package io.microblog.search.reading;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which partitions this database has been filled from, beginning at their start. */
@Repository
class ReadPartitions {

    private final JdbcClient jdbc;

    ReadPartitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the partitions that the group has not begun to read. */
    Set<TopicPartition> unread(String group, Collection<TopicPartition> partitions) {
        Set<TopicPartition> unread = new HashSet<>(partitions);
        jdbc.sql("SELECT topic, partition FROM read_partition WHERE consumer_group = :group")
                .param("group", group)
                .query((row, _) -> new TopicPartition(row.getString(1), row.getInt(2)))
                .list()
                .forEach(unread::remove);
        return unread;
    }

    @Transactional
    public void add(String group, Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> jdbc.sql(
                        "INSERT INTO read_partition VALUES (:group, :topic, :partition) ON CONFLICT DO NOTHING")
                .param("group", group)
                .param("topic", partition.topic())
                .param("partition", partition.partition())
                .update());
    }
}
