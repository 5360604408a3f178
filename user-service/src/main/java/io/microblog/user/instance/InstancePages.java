package io.microblog.user.instance;

import jakarta.servlet.http.HttpServletRequest;

import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.OpenToAll;
import io.microblog.user.instance.InstanceTexts.Kind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame, and shows the rules that people agree to when they sign up. */
@Controller
@ControllerAdvice
@OpenToAll
class InstancePages {

    private final InstanceProperties properties;
    private final InstanceTexts texts;

    InstancePages(InstanceProperties properties, InstanceTexts texts) {
        this.properties = properties;
        this.texts = texts;
    }

    @ModelAttribute("frame")
    PageFrame frame(HttpServletRequest request) {
        return new PageFrame(properties, texts, request);
    }

    /** @throws NotFound where there are none */
    @GetMapping("/auth/rules")
    String rules(Model model) {
        model.addAttribute(
                "rules", texts.find(Kind.TERMS).orElseThrow(NotFound::new).html());
        return "rules";
    }
}
