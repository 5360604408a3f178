package io.microblog.user.admin;

import java.util.List;
import java.util.Map;

import io.microblog.kit.security.InternalOnly;
import io.microblog.user.signup.ConfirmationService;
import io.microblog.user.signup.ConfirmationService.Applicant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who waits for an account where sign-ups need approval. */
@RestController
@RequestMapping("/internal/admin/applicants")
@InternalOnly("launcher")
class ApplicantController {

    private final ConfirmationService confirmations;

    ApplicantController(ConfirmationService confirmations) {
        this.confirmations = confirmations;
    }

    @GetMapping
    List<Applicant> list() {
        return confirmations.applicants();
    }

    /** Opens the account and tells its owner. */
    @PostMapping("/{username}/approve")
    Map<String, String> approve(@PathVariable String username) {
        confirmations.approve(username);
        return Map.of("username", username);
    }

    @PostMapping("/{username}/reject")
    Map<String, String> reject(@PathVariable String username) {
        confirmations.reject(username);
        return Map.of("username", username);
    }
}
