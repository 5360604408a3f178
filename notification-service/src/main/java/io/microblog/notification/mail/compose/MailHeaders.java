package io.microblog.notification.mail.compose;

import java.util.HashMap;
import java.util.Map;

import io.microblog.kit.web.BaseUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a mail tells the programs that it passes: that no human wrote it, what it belongs to, and how to stop its kind. */
@Component
class MailHeaders {

    private final String host;

    MailHeaders(BaseUrl base) {
        this.host = base.host();
    }

    /** Of what nobody can switch off. */
    Map<String, String> required() {
        return Map.of("Auto-Submitted", "auto-generated");
    }

    /**
     * Of a kind of mails that people can switch off. Each kind is a list of its own (RFC 2919), which ends by one click
     * (RFC 8058); mails about posts of one thread are a thread (RFC 5322, section 3.6.4).
     *
     * @param threadId the post that began the thread that all in the mail belongs to, if there is one
     * @param unsubscribe the link that stops the kind
     */
    Map<String, String> stoppable(@Nullable Long threadId, String kind, String unsubscribe) {
        var headers = new HashMap<>(required());
        headers.put("List-Id", "<" + kind + "." + host + ">");
        headers.put("List-Unsubscribe", "<" + unsubscribe + ">");
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        String thread = thread(threadId);
        if (thread != null) {
            headers.put("References", thread);
            headers.put("In-Reply-To", thread);
        }
        return headers;
    }

    /** As if a mail had begun the thread; that nobody has one of that id disturbs no mail program. */
    private @Nullable String thread(@Nullable Long id) {
        return id == null ? null : "<thread-" + id + "@" + host + ">";
    }
}
