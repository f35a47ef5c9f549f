// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import dev.cofactor.face.http.ErrorPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What a person sees instead of a problem document. */
@Singleton
class ErrorPages implements ErrorPage {
    private final WebConfig config;

    ErrorPages(WebConfig config) {
        this.config = config;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance error(boolean evaluation, int status, long seconds, String requestId);

        private Templates() {}
    }

    @Override
    public String render(Details details) {
        long seconds = details.retryAfter().orElse(Duration.ZERO).toSeconds();
        return Templates.error(config.evaluation(), details.status(), seconds, details.traceId())
                .render();
    }
}
