package io.microblog.user.block;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decides which addresses nobody may sign up with, and counts who tries. */
@Service
public class EmailBlocks {

    private static final String COUNT = """
            INSERT INTO email_domain_block_use AS u (block_id, day, attempts)
            SELECT id, (now() AT TIME ZONE 'UTC')::date, 1 FROM email_domain_block WHERE domain IN (:domains)
            ON CONFLICT (block_id, day) DO UPDATE SET attempts = u.attempts + 1
            """;

    private final JdbcClient jdbc;

    EmailBlocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether nobody may sign up with an address: its domain, one above that, or the mailbox is blocked. The attempt counts
     * though what it belongs to is refused.
     *
     * @param email valid and canonical
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public boolean refuses(String email) {
        boolean domain = jdbc.sql(COUNT).param("domains", domainsOf(email)).update() > 0;
        return domain
                || jdbc.sql("SELECT EXISTS (SELECT FROM canonical_email_block WHERE hash = :hash)")
                        .param("hash", MailboxHash.of(email))
                        .query(Boolean.class)
                        .single();
    }

    /** The domain of an address and all above it. */
    private static List<String> domainsOf(String email) {
        var domains = new ArrayList<String>();
        String domain = email.substring(email.lastIndexOf('@') + 1);
        domains.add(domain);
        for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
            domains.add(domain.substring(dot + 1));
        }
        return domains;
    }
}
