package io.microblog.user.login;

import java.util.Optional;

import org.springframework.data.repository.ListCrudRepository;

interface LoginRepository extends ListCrudRepository<Login, Long> {

    Optional<Login> findByEmail(String email);

    boolean existsByEmail(String email);
}
