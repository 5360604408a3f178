package io.microblog.user.relation;

import java.util.Collection;
import java.util.List;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RelationshipRepository extends Repository<Relationship, RelationshipId> {

    /** Makes sure there is a row to lock. */
    @Modifying
    @Query(
            value = "INSERT INTO relationship (from_id, to_id) VALUES (:fromId, :toId) ON CONFLICT DO NOTHING",
            nativeQuery = true)
    void prepare(long fromId, long toId);

    /** Changes of one pair wait for each other, so versions follow one another. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Relationship r where r.fromId = :fromId and r.toId = :toId")
    List<Relationship> findForUpdate(long fromId, long toId);

    @Query("select r from Relationship r where r.fromId = :fromId and r.toId in :toIds")
    List<Relationship> findFrom(long fromId, Collection<Long> toIds);

    @Query("select r from Relationship r where r.toId = :toId and r.fromId in :fromIds")
    List<Relationship> findTo(long toId, Collection<Long> fromIds);
}
