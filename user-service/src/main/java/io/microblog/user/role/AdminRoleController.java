package io.microblog.user.role;

import java.util.List;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Roles for those who write them; in the API's style, which has no such endpoints of its own. */
@RestController
@RequestMapping("/api/v1/admin/roles")
@RequiresPermission(Permission.MANAGE_ROLES)
class AdminRoleController {

    private final Roles roles;
    private final RoleService service;

    AdminRoleController(Roles roles, RoleService service) {
        this.roles = roles;
        this.service = service;
    }

    @GetMapping
    @RequiresScope("admin:read")
    List<RoleResponse> roles() {
        return roles.all().stream().map(RoleResponse::forStaff).toList();
    }

    @GetMapping("/{id:[0-9]+}")
    @RequiresScope("admin:read")
    RoleResponse role(@PathVariable long id) {
        return RoleResponse.forStaff(roles.require(id));
    }

    @PostMapping
    @RequiresScope("admin:write")
    RoleResponse create(Caller caller, @Body RoleUpdate wish) {
        return RoleResponse.forStaff(service.create(caller.requireAccount(), wish));
    }

    @PutMapping("/{id:[0-9]+}")
    @RequiresScope("admin:write")
    RoleResponse update(Caller caller, @PathVariable long id, @Body RoleUpdate wish) {
        return RoleResponse.forStaff(service.update(caller.requireAccount(), id, wish));
    }

    @DeleteMapping("/{id:[0-9]+}")
    @RequiresScope("admin:write")
    RoleResponse delete(Caller caller, @PathVariable long id) {
        return RoleResponse.forStaff(service.delete(caller.requireAccount(), id));
    }
}
