package io.microblog.user.role;

import java.util.List;

import io.microblog.internal.StaffApi;
import io.microblog.internal.StaffMember;
import io.microblog.kit.security.InternalOnly;
import org.springframework.web.bind.annotation.RestController;

/** Tells notification-service whom to tell what concerns those with rights. */
@RestController
@InternalOnly("notification-service")
class StaffController implements StaffApi {

    private final RoleRepository repository;

    StaffController(RoleRepository repository) {
        this.repository = repository;
    }

    @Override
    public List<StaffMember> staff() {
        return repository.staff();
    }
}
