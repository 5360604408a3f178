package io.microblog.user.instance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.OpenToAll;
import io.microblog.user.instance.InstanceTexts.Kind;
import io.microblog.user.rule.Rules;
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
    private final Rules rules;

    InstancePages(InstanceProperties properties, InstanceTexts texts, Rules rules) {
        this.properties = properties;
        this.texts = texts;
        this.rules = rules;
    }

    @ModelAttribute("frame")
    PageFrame frame(HttpServletRequest request) {
        return new PageFrame(properties, texts, rules, request);
    }

    /** @throws NotFound where there are none */
    @GetMapping("/auth/rules")
    String rules(Locale locale, Model model) {
        List<Rules.Text> inForce = rules.inForce(locale);
        Optional<String> terms = texts.find(Kind.TERMS).map(InstanceTexts.Text::html);
        if (inForce.isEmpty() && terms.isEmpty()) {
            throw new NotFound();
        }
        model.addAttribute("rules", inForce);
        model.addAttribute("terms", terms.orElse(""));
        return "rules";
    }
}
