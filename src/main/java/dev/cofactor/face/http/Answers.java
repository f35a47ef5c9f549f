// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Puts a failure into words: a problem document for programs, a page for people. */
@Singleton
class Answers {
    static final String PROBLEM = "application/problem+json";
    private static final Logger LOG = Logger.getLogger(Answers.class);

    /** Of another page's address, its path alone. */
    private static final Pattern FROM = Pattern.compile("https?://[^/]+(/.*)");

    private final ObjectMapper mapper;
    private final Instance<ErrorPage> page;
    private final RequestIds ids;
    private final VertxHttpConfig http;

    Answers(ObjectMapper mapper, Instance<ErrorPage> page, RequestIds ids, VertxHttpConfig http) {
        this.http = http;
        this.mapper = mapper;
        this.page = page;
        this.ids = ids;
    }

    private record Text(String type, String content) {}

    void send(RoutingContext request, Failure failure) {
        HttpServerResponse response = request.response();
        Text text = text(request, failure);
        response.setStatusCode(failure.status()).putHeader("Content-Type", text.type());
        headers(request, failure).forEach(response::putHeader);
        usualHeaders(response);
        if (failure.status() == 413 && request.request().version() != HttpVersion.HTTP_2) {
            // Nobody will read the rest: keeping the connection would mean to swallow it.
            response.putHeader("Connection", "close");
            response.endHandler(ended -> request.request().connection().close());
        }
        response.end(text.content());
    }

    /** A request whose target is no path fails before any route has set them. */
    private void usualHeaders(HttpServerResponse response) {
        http.header().forEach((name, header) -> {
            if (!response.headers().contains(name)) {
                response.putHeader(name, header.value());
            }
        });
    }

    Response response(RoutingContext request, Failure failure) {
        Optional<String> elsewhere = elsewhere(request, failure);
        if (elsewhere.isPresent()) {
            return Response.status(Response.Status.SEE_OTHER)
                    .header("Location", elsewhere.get())
                    .build();
        }
        Text text = text(request, failure);
        Response.ResponseBuilder response =
                Response.status(failure.status()).type(text.type()).entity(text.content());
        headers(request, failure).forEach(response::header);
        return response.build();
    }

    private static Map<String, String> headers(RoutingContext request, Failure failure) {
        Map<String, String> headers = new LinkedHashMap<>();
        failure.retryAfter().ifPresent(wait -> headers.put("Retry-After", seconds(wait)));
        if (failure.status() == 401 && area(request) == Area.API) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        return headers;
    }

    /** Rounded up: who comes back a moment early is refused again. */
    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
    }

    private Text text(RoutingContext request, Failure failure) {
        String id = ids.of(request);
        return area(request) == Area.PAGE && !isForScript(request)
                ? page(failure, id)
                : new Text(PROBLEM, document(failure, id));
    }

    private Optional<String> elsewhere(RoutingContext request, Failure failure) {
        boolean forPeople = area(request) == Area.PAGE && !isForScript(request) && page.isResolvable();
        return forPeople ? page.get().elsewhere(failure.code(), askedFrom(request.request())) : Optional.empty();
    }

    /** The page itself, or the one whose form was sent: going back there is then possible, and sends nothing again. */
    private static Optional<String> askedFrom(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.GET)) {
            return Optional.of(request.uri());
        }
        return Optional.ofNullable(request.getHeader("Referer"))
                .map(FROM::matcher)
                .filter(Matcher::matches)
                .map(from -> from.group(1));
    }

    /** A page's script says so; what a browser opens by itself never does. */
    private static boolean isForScript(RoutingContext request) {
        return "application/json".equals(request.request().getHeader("Accept"));
    }

    private static Area area(RoutingContext request) {
        try {
            return Area.of(request.normalizedPath());
        } catch (RuntimeException e) {
            return Area.API; // a path that cannot be read is no browser's
        }
    }

    private String document(Failure failure, String id) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("title", reason(failure));
        document.put("status", failure.status());
        document.put("code", failure.code());
        document.put("detail", failure.detail());
        document.put("traceId", id);
        failure.members().forEach(document::putIfAbsent);
        try {
            return mapper.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem's members must be plain values", e);
        }
    }

    private Text page(Failure failure, String id) {
        if (page.isResolvable()) {
            try {
                String html = page.get()
                        .render(new ErrorPage.Details(
                                failure.status(), failure.code(), failure.detail(), id, failure.retryAfter()));
                return new Text("text/html;charset=UTF-8", html);
            } catch (RuntimeException e) {
                LOG.errorf("the error page failed\n%s", SafeTrace.of(e));
            }
        }
        String plain = "%d %s%n%n%s%nrequest %s%n".formatted(failure.status(), reason(failure), failure.detail(), id);
        return new Text("text/plain;charset=UTF-8", plain);
    }

    private static String reason(Failure failure) {
        return HttpResponseStatus.valueOf(failure.status()).reasonPhrase();
    }
}
