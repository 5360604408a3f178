package io.microblog.user.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface AccountRepository extends ListCrudRepository<Account, Long> {

    /** At once, for statements of the same transaction that refer to it. */
    Account saveAndFlush(Account account);

    /** For a change: concurrent changes of one account wait for each other, so versions follow one another. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> findForUpdate(long id);

    @Query(value = "SELECT NOT EXISTS (SELECT FROM account)", nativeQuery = true)
    boolean isEmpty();

    /** Whoever opens the first account waits here for each other. The number is any that nothing else locks. */
    @Query(value = "SELECT pg_advisory_xact_lock(7463120952) IS NOT NULL", nativeQuery = true)
    boolean lockFirst();

    /** Those of the accounts that hide whom they follow and who follows them. */
    @Query("select a.id from Account a where a.id in :ids and a.hideCollections")
    Set<Long> findHiding(Collection<Long> ids);

    /** Names without regard to case, given in lower case. */
    @Query("select a from Account a where lower(a.username) in :usernames")
    List<Account> findByUsernames(Collection<String> usernames);
}
