package io.microblog.user.relation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    Optional<Relationship> findForUpdate(long fromId, long toId);

    /** The pair's row, made if need be, locked until the transaction ends. */
    default Relationship lock(long fromId, long toId) {
        prepare(fromId, toId);
        return findForUpdate(fromId, toId).orElseThrow();
    }

    @Query(
            "select count(r) > 0 from Relationship r where r.fromId = :fromId and r.toId = :toId and r.blockId is not null")
    boolean isBlocking(long fromId, long toId);

    /** Mutes whose time is over, as pairs. */
    @Query(
            "select r from Relationship r where r.muteId is not null and r.muteEndsAt < :now order by r.muteEndsAt limit 500")
    List<Relationship> findEndedMutes(Instant now);

    /** Those of the others whom the person does not come across: one of the two blocks the other, or they are muted. */
    @Query("""
            select case when r.fromId = :id then r.toId else r.fromId end from Relationship r
            where r.fromId = :id and r.toId in :others
                and (r.blockId is not null or r.muteId is not null and (r.muteEndsAt is null or r.muteEndsAt > :now))
            or r.toId = :id and r.fromId in :others and r.blockId is not null
            """)
    Set<Long> findUnmet(long id, Collection<Long> others, Instant now);

    /** Those of the others who block the person. */
    @Query("select r.fromId from Relationship r where r.toId = :id and r.fromId in :others and r.blockId is not null")
    Set<Long> findBlockersOf(long id, Collection<Long> others);

    @Query("select r from Relationship r where r.fromId = :fromId and r.toId in :toIds")
    List<Relationship> findFrom(long fromId, Collection<Long> toIds);

    @Query("select r from Relationship r where r.toId = :toId and r.fromId in :fromIds")
    List<Relationship> findTo(long toId, Collection<Long> fromIds);
}
