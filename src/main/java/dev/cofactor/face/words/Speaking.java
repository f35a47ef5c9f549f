// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.words;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/** Speaks the language of whoever asked: in every template, since all of them begin here, and in what is worded in Java. */
@Singleton
public class Speaking {
    /** Settled once a request. */
    private static final String SETTLED = Speaking.class.getName();

    private final Languages languages;
    private final CurrentVertxRequest current;

    Speaking(Languages languages, CurrentVertxRequest current) {
        this.languages = languages;
        this.current = current;
    }

    void begin(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(this::in);
    }

    /** The messages of a room, in the language of whoever asked. */
    public <T> T words(Class<T> bundle) {
        Localized.Literal language = Localized.Literal.of(language().toLanguageTag());
        return Arc.container().instance(bundle, language).isAvailable()
                ? MessageBundles.get(bundle, language)
                : MessageBundles.get(bundle);
    }

    private void in(TemplateInstance page) {
        page.setLocale(language());
    }

    private Locale language() {
        return request().map(this::of).orElse(Languages.FIRST);
    }

    private Optional<RoutingContext> request() {
        return Arc.container().requestContext().isActive()
                ? Optional.ofNullable(current.getCurrent())
                : Optional.empty();
    }

    private Locale of(RoutingContext request) {
        Locale settled = request.get(SETTLED);
        if (settled != null) {
            return settled;
        }
        Locale best = languages.best(Optional.ofNullable(request.request().getHeader("Accept-Language")));
        request.put(SETTLED, best);
        return best;
    }
}
