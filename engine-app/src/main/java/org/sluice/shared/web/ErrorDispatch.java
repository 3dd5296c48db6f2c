package org.sluice.shared.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The container's last resort, where neither a controller nor a filter has answered. */
@Controller
class ErrorDispatch implements ErrorController {

    private final ApiProblemWriter problems;

    ErrorDispatch(ApiProblemWriter problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    void say(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.valueOf(code)
                : HttpStatus.NOT_FOUND;
        var key = status == HttpStatus.NOT_FOUND
                ? "noSuchAddress"
                : status.is4xxClientError() ? "badRequest" : "title.500";
        problems.write(request, response, status, key, asked == null ? request.getRequestURI() : asked);
    }
}
