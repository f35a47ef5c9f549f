// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.handlers.RequestDeserializeHandler;

/**
 * The one place where failures become answers. Of an exception that is not ours only its kind is used, never its
 * message: frameworks quote what they could not read, and what callers send here are secrets.
 */
@Singleton
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final Answers answers;
    private final ObjectMapper mapper;

    Problems(Answers answers, ObjectMapper mapper) {
        this.answers = answers;
        this.mapper = mapper;
    }

    /** Where requests get before a resource is found. */
    void answer(RoutingContext request) {
        if (!request.response().headWritten()) {
            // A failure without an exception carries its status only.
            answers.send(request, request.failure() == null ? Failure.of(request.statusCode()) : of(request.failure()));
        } else if (!request.response().ended()) {
            // The answer has begun: a broken end is all the caller can still be told.
            request.response().reset();
        }
    }

    /** The built-in mappers are for these very classes, and the most specific class wins: all have to be named. */
    @ServerExceptionMapper({
        Throwable.class,
        NotFoundException.class,
        WebApplicationException.class,
        ConstraintViolationException.class,
        JsonProcessingException.class,
        MismatchedInputException.class,
        InvalidDefinitionException.class
    })
    public Response map(Throwable thrown, RoutingContext request) {
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        return answers.response(request, of(thrown));
    }

    private Failure of(Throwable thrown) {
        for (Throwable cause : SafeTrace.chain(thrown)) {
            if (cause instanceof Problem problem) {
                return told(problem);
            }
            if (cause instanceof SQLException database && Failure.isPassing(database)) {
                LOG.warnf("the database is away (SQL state %s)", database.getSQLState());
                return Failure.away();
            }
        }
        Failure failure = foreign(thrown);
        if (failure.status() >= 500) {
            LOG.errorf("a request failed\n%s", SafeTrace.of(thrown));
        }
        return failure;
    }

    private static Failure told(Problem problem) {
        if (problem.kind() == Problem.Kind.UNAVAILABLE && problem.getCause() != null) {
            LOG.warnf("unavailable: %s\n%s", problem.code(), SafeTrace.of(problem.getCause()));
        }
        return Failure.of(problem);
    }

    private Failure foreign(Throwable thrown) {
        return switch (thrown) {
            case ResteasyReactiveViolationException e -> invalid(e);
            case MismatchedInputException e -> mismatch(e);
            case StreamReadException e -> json(e);
            case StreamConstraintsException e -> json(e);
            case WebApplicationException e -> web(e);
            case HttpException e -> Failure.of(e.getStatusCode());
            case RejectedExecutionException e -> Failure.of(503);
            case InvalidDefinitionException e -> Failure.unexpected();
            default -> isBodyUnreadable(thrown) ? Failure.of(400) : Failure.unexpected();
        };
    }

    /** Body readers let their converters' own exceptions through; only where these come from tells them apart. */
    private static boolean isBodyUnreadable(Throwable thrown) {
        String forms = FormData.class.getPackageName() + ".";
        String others = RequestDeserializeHandler.class.getName();
        return Arrays.stream(thrown.getStackTrace())
                .map(StackTraceElement::getClassName)
                .anyMatch(name -> name.startsWith(forms) || name.equals(others));
    }

    private static Failure invalid(ConstraintViolationException thrown) {
        boolean ours = thrown.getConstraintViolations().stream()
                .flatMap(violation ->
                        StreamSupport.stream(violation.getPropertyPath().spliterator(), false))
                .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
        if (ours) {
            return Failure.unexpected();
        }
        List<Map<String, String>> errors = thrown.getConstraintViolations().stream()
                .map(Declared::violation)
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
        return new Failure(
                400, "invalid", "some fields are not acceptable", Optional.empty(), Map.of("errors", errors));
    }

    private Failure mismatch(MismatchedInputException thrown) {
        Map<String, Object> members = Declared.path(thrown, mapper)
                .<Map<String, Object>>map(field -> Map.of("field", field))
                .orElse(Map.of());
        return thrown instanceof UnrecognizedPropertyException
                ? new Failure(
                        400, "unknown-field", "there is a field that is not known here", Optional.empty(), members)
                : new Failure(400, "wrong-type", "a value is missing or of another type", Optional.empty(), members);
    }

    private static Failure json(JsonProcessingException thrown) {
        if (thrown instanceof StreamConstraintsException) {
            return new Failure(400, "json-limit", "the JSON is too deep, or something in it is too long");
        }
        String where = thrown.getLocation() == null
                ? ""
                : " at line " + thrown.getLocation().getLineNr() + ", column "
                        + thrown.getLocation().getColumnNr();
        return new Failure(400, "malformed-json", "the JSON cannot be read" + where);
    }

    private Failure web(WebApplicationException thrown) {
        for (Throwable cause : SafeTrace.chain(thrown)) {
            switch (cause) {
                case MismatchedInputException e -> {
                    return mismatch(e);
                }
                case StreamReadException e -> {
                    return json(e);
                }
                case StreamConstraintsException e -> {
                    return json(e);
                }
                default -> {}
            }
        }
        return Failure.of(thrown.getResponse().getStatus());
    }
}
