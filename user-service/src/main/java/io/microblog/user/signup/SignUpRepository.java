package io.microblog.user.signup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface SignUpRepository extends ListCrudRepository<SignUp, Long> {

    Optional<SignUp> findByConfirmationId(UUID confirmationId);

    /** A second use of the link waits here for the first and then finds nothing. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from SignUp s where s.confirmationId = :id")
    Optional<SignUp> findForConfirmation(UUID id);

    /** The newest that waits for the proof of this address. */
    Optional<SignUp> findFirstByEmailAndConfirmedAtIsNullOrderByAccountIdDesc(String email);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from SignUp s where s.accountId = :accountId")
    Optional<SignUp> findForUpdate(long accountId);

    /** The newest that asks for this name; one that has proved its address comes first. */
    @Query("select s from SignUp s where lower(s.username) = lower(:username)"
            + " order by s.confirmedAt nulls last, s.accountId desc limit 1")
    Optional<SignUp> findNewest(String username);

    List<SignUp> findTop100ByConfirmedAtIsNotNullOrderByAccountId();

    @Modifying
    @Query("delete from SignUp s where s.email = :email")
    void deleteByEmail(String email);

    @Modifying
    @Query("delete from SignUp s where s.expiresAt < :time")
    void deleteExpired(Instant time);
}
