package io.microblog.user.directory;

import java.util.Arrays;
import java.util.List;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.problem.BadRequest;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.user.account.Profiles;
import io.microblog.user.directory.Directory.Order;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory in the public API. Everybody in it is local, whether that is asked for or not. */
@RestController
class DirectoryController {

    /** Whoever skips further is looking for somebody, or copying. */
    private static final int MAX_OFFSET = 10_000;

    private final Directory directory;
    private final Profiles profiles;

    DirectoryController(Directory directory, Profiles profiles) {
        this.directory = directory;
        this.profiles = profiles;
    }

    @GetMapping("/api/v1/directory")
    @OpenToAll("read:accounts")
    List<PublicAccount> directory(
            @RequestParam(defaultValue = "active") String order,
            @RequestParam(defaultValue = "0") int offset,
            @PageDefaults(limit = 40, max = 80) Page page,
            Caller caller) {
        if (offset < 0 || offset > MAX_OFFSET) {
            throw new BadRequest("Parameter offset is not between 0 and " + MAX_OFFSET);
        }
        return profiles.show(directory.find(order(order), caller.accountId(), offset, page.limit()));
    }

    private static Order order(String name) {
        return Arrays.stream(Order.values())
                .filter(order -> order.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new BadRequest("Parameter order is neither active nor new"));
    }
}
