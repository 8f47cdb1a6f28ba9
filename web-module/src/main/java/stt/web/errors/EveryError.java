package stt.web.errors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import stt.web.http.RequestId;
import stt.web.http.UnreadBody;

/** Turns whatever ends a JAX-RS request into the one shape of errors. */
@Provider
public class EveryError implements ExceptionMapper<Throwable> {

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        Problem problem = Problem.of(failure);
        if (problem.unexpected()) {
            ErrorAnswer.log(request, failure);
        }
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new ErrorJson(problem.sentence(), problem.code(), RequestId.of(request)));
        ErrorAnswer.headers(problem).forEach(answer::header);
        if (failure instanceof WebApplicationException refused) {
            String allow = refused.getResponse().getHeaderString(HttpHeaders.ALLOW);
            answer.header(HttpHeaders.ALLOW, allow);
        }
        if (UnreadBody.mustGo(request)) {
            answer.header("Connection", "close");
        }
        return answer.build();
    }
}
