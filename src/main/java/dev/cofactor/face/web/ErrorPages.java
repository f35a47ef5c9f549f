// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import dev.cofactor.desk.signin.StepUps;
import dev.cofactor.face.http.ErrorPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;

/** What a person sees instead of a problem document. */
@Singleton
class ErrorPages implements ErrorPage {
    /** The form came from elsewhere, or from before this session. */
    private static final Set<String> STALE = Set.of("csrf", "origin-mismatch");

    private final WebConfig config;

    ErrorPages(WebConfig config) {
        this.config = config;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance error(
                boolean evaluation, int status, long seconds, String requestId, String stale, boolean stepUp);

        private Templates() {}
    }

    @Override
    public String render(Details details) {
        long seconds = details.retryAfter().orElse(Duration.ZERO).toSeconds();
        String stale = STALE.contains(details.code()) ? Words.sentence(details.message()) : "";
        boolean stepUp = details.code().equals(StepUps.Needed.CODE);
        return Templates.error(config.evaluation(), details.status(), seconds, details.traceId(), stale, stepUp)
                .render();
    }
}
