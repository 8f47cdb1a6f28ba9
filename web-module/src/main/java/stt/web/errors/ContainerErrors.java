package stt.web.errors;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers what the container refuses by itself; asked directly, there is nothing here. */
public class ContainerErrors extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            ErrorAnswer.send(Problem.ofStatus(HttpServletResponse.SC_NOT_FOUND), request, response);
            return;
        }
        ErrorAnswer.send(problem(request), request, response);
    }

    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            Problem problem = Problem.of(failure);
            if (problem.unexpected()) {
                ErrorAnswer.log(request, failure);
            }
            return problem;
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? Problem.ofStatus(status)
                : Problem.ofStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }
}
