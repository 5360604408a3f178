package io.microblog.user.oauth;

import java.security.Principal;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.OpenToAll;
import io.microblog.user.account.AccountService;
import io.microblog.user.session.PageHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The pages on which an authorization is decided and shown. Who may see them is the filter chain's business. */
@Controller
@OpenToAll
class ConsentPage {

    private static final OAuth2TokenType STATE = new OAuth2TokenType(OAuth2ParameterNames.STATE);

    private final AuthorizationService authorizations;
    private final AppRepository apps;
    private final AccountService accounts;

    ConsentPage(AuthorizationService authorizations, AppRepository apps, AccountService accounts) {
        this.authorizations = authorizations;
        this.apps = apps;
        this.accounts = accounts;
    }

    /** Shows what was really asked for, whatever the address of the page says. */
    @GetMapping("/oauth/consent")
    String consent(@RequestParam String state, Principal person, HttpServletRequest request, Model model) {
        OAuth2Authorization pending = Optional.ofNullable(authorizations.findByToken(state, STATE))
                .filter(found -> found.getPrincipalName().equals(person.getName()))
                .orElseThrow(NotFound::new);
        OAuth2AuthorizationRequest asked = Objects.requireNonNull(
                pending.<OAuth2AuthorizationRequest>getAttribute(OAuth2AuthorizationRequest.class.getName()));
        App app = apps.findApp(asked.getClientId()).orElseThrow(NotFound::new);
        PageHeaders.allowFormTo(request, Objects.requireNonNull(asked.getRedirectUri()));
        long accountId = Long.parseLong(person.getName());
        model.addAttribute("app", app.name());
        model.addAttribute("website", app.website());
        model.addAttribute("clientId", app.clientId());
        model.addAttribute("state", state);
        model.addAttribute("another", another(asked));
        model.addAttribute(
                "scopes",
                Scopes.KNOWN.stream().filter(asked.getScopes()::contains).toList());
        model.addAttribute("username", accounts.require(accountId).username());
        return "consent";
    }

    /** The same question, to be answered by somebody else. */
    private static String another(OAuth2AuthorizationRequest asked) {
        var address = UriComponentsBuilder.fromPath("/oauth/authorize")
                .queryParam("response_type", "code")
                .queryParam("client_id", "{client}")
                .queryParam("redirect_uri", "{redirect}")
                .queryParam("scope", "{scope}")
                .queryParam("force_login", "true");
        var values = new HashMap<String, Object>();
        values.put("client", asked.getClientId());
        values.put("redirect", Objects.requireNonNull(asked.getRedirectUri()));
        values.put("scope", String.join(" ", asked.getScopes()));
        if (asked.getState() != null) {
            address.queryParam("state", "{state}");
            values.put("state", asked.getState());
        }
        asked.getAdditionalParameters().forEach((name, value) -> {
            address.queryParam(name, "{" + name + "}");
            values.put(name, value);
        });
        return address.encode().buildAndExpand(values).toUriString();
    }

    @RequestMapping(AuthorizationResponses.CODE_PAGE)
    String code(@RequestAttribute(required = false) @Nullable String code, Model model) {
        if (code == null) {
            throw new NotFound();
        }
        model.addAttribute("code", code);
        return "code";
    }

    @RequestMapping(AuthorizationResponses.ERROR_PAGE)
    String error(@RequestAttribute(required = false) @Nullable OAuth2Error error, Model model) {
        if (error == null) {
            throw new NotFound();
        }
        model.addAttribute("error", error.getErrorCode());
        model.addAttribute("description", error.getDescription());
        return "oauth-error";
    }
}
