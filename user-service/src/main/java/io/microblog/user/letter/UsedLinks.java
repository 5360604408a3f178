package io.microblog.user.letter;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The links that have done what they were for. Who follows one again learns that all is well, instead of a refusal. */
@Service
public class UsedLinks {

    private static final Duration REMEMBERED_FOR = Duration.ofDays(30);

    private final JdbcClient jdbc;

    UsedLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Remembers the link of a letter. Part of the transaction in which it was used. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remember(UUID letter) {
        jdbc.sql("INSERT INTO used_link (event_id, expires_at) VALUES (:id, :expiry) ON CONFLICT DO NOTHING")
                .param("id", letter)
                .param("expiry", Instant.now().plus(REMEMBERED_FOR).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether the link of a letter was used before. */
    public boolean contains(UUID letter) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM used_link WHERE event_id = :id)")
                .param("id", letter)
                .query(Boolean.class)
                .single();
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT7M")
    void forgetOld() {
        jdbc.sql("DELETE FROM used_link WHERE expires_at < :now")
                .param("now", Instant.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
