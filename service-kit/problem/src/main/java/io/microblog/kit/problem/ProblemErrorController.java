package io.microblog.kit.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives errors that never reached a controller, such as those of filters and of the container, the same body. */
@RestController
class ProblemErrorController implements ErrorController {

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    ResponseEntity<ProblemBody> error(HttpServletRequest request) {
        Problem problem = problemOf(request);
        return ProblemAdvice.answer(problem, problem.headers(), request);
    }

    private static Problem problemOf(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            return Problems.of(failure);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Without a status nobody forwarded here: somebody asked for the error page itself.
        return status instanceof Integer code ? Problems.ofStatus(code) : new NotFound("Not found");
    }
}
