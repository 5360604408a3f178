package io.microblog.notification.preference;

import io.microblog.kit.problem.Invalid;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what a person wants to be mailed of, all that they wish at once or nothing. */
@Service
class MailPreferenceService {

    private final MailPreferences preferences;

    MailPreferenceService(MailPreferences preferences) {
        this.preferences = preferences;
    }

    MailChoices of(long accountId) {
        return preferences.of(accountId);
    }

    /** @throws Invalid naming the field that makes no sense */
    @Transactional
    void change(long accountId, MailPreferencesRequest request) {
        if (request.quietHours() != null) {
            preferences.quieten(accountId, request.quietHours().read());
        }
        if (request.digest() != null) {
            DigestTime before = preferences.of(accountId).digestTime();
            preferences.schedule(accountId, request.digest().over(before));
        }
        if (request.kinds() != null) {
            preferences.choose(accountId, request.kinds().named());
        }
    }
}
