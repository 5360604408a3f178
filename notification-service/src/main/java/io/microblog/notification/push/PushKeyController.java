package io.microblog.notification.push;

import io.microblog.internal.PushKey;
import io.microblog.internal.PushKeyApi;
import io.microblog.kit.security.InternalOnly;
import io.microblog.notification.push.encryption.VapidKey;
import org.springframework.web.bind.annotation.RestController;

/** Tells the key that clients subscribe by. */
@RestController
@InternalOnly("user-service")
class PushKeyController implements PushKeyApi {

    private final VapidKey key;

    PushKeyController(VapidKey key) {
        this.key = key;
    }

    @Override
    public PushKey key() {
        return new PushKey(key.publicText());
    }
}
