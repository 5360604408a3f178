package io.microblog.user.login;

import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface LoginRepository extends ListCrudRepository<Login, Long> {

    Optional<Login> findByEmail(String email);

    /** For a change: concurrent ones wait for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from Login l where l.accountId = :accountId")
    Optional<Login> findForUpdate(long accountId);

    boolean existsByEmail(String email);
}
