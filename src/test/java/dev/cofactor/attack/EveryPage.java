// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.cofactor.fixtures.Chromium;
import dev.cofactor.fixtures.Nightly;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * Every page that was seen on the journey, as a browser shows it: usable by everybody, at both ends of the widths, in light and
 * dark. The journey goes every way there is, so no page is forgotten; what came as an answer is looked at as it came.
 */
final class EveryPage {
    private static final int NARROW = 360;
    private static final int WIDE = 1600;

    /** Pages of their own would be too much: these lead elsewhere, or are no page. */
    private static final Set<String> LEAD_ON = Set.of(
            "AccessReviewPages.table",
            "AddAppPages.anew",
            "AddAppPages.picture",
            "ApiCredentialPages.apiCredential",
            "AskPages.breakGlass",
            "AuditPages.receipt",
            "BundleFilePages.fetched",
            "BundlePages.used",
            "ChannelPages.rotated",
            "ChannelPages.tried",
            "EditPages.finish",
            "ExportPages.lines",
            "ExportPages.table",
            "ExportPages.whole",
            "FederationPages.tried",
            "KeyPages.rewrapped",
            "LivePages.session",
            "LivePages.stream",
            "PeoplePages.invitation",
            "ReviewPages.one",
            "SignInPages.start",
            "SsoPages.begin",
            "SsoPages.comeBack",
            "SsoPages.signedOut",
            "TokenPages.rotated",
            "TokenPages.tokens");

    /** What scripts put into a page, and is looked at there by the browser tests of those pages. */
    private static final Set<String> PARTS = Set.of("ImportPages.look", "PanelPages.aside", "VerifyPages.progress");

    private final List<Route> routes =
            Route.all().stream().filter(Route::isPage).toList();
    private final Map<String, Wire.Answer> pages = new TreeMap<>();

    EveryPage(List<Wire.Answer> answers) {
        Map<String, List<Wire.Answer>> all = new HashMap<>();
        for (Wire.Answer answer : answers) {
            if (answer.status() != 0 && answer.header("Content-Type").startsWith("text/html")) {
                route(answer.sent())
                        .filter(route -> !PARTS.contains(name(route)))
                        .ifPresent(route -> all.computeIfAbsent(name(route, answer.status()), none -> new ArrayList<>())
                                .add(answer));
            }
        }
        // The longest shows the most of what a page can show.
        all.forEach((name, some) -> pages.put(
                name,
                some.stream()
                        .max(Comparator.comparingInt(one -> one.body().length))
                        .orElseThrow()));
    }

    /** Of a page that nobody saw nothing is known. */
    Set<String> unseen() {
        Set<String> unseen = new TreeSet<>();
        for (Route route : routes) {
            boolean read =
                    route.method().equals("GET") && !LEAD_ON.contains(name(route)) && !PARTS.contains(name(route));
            if (read && !pages.containsKey(name(route) + " 200")) {
                unseen.add(name(route));
            }
        }
        return unseen;
    }

    /** @return what is wrong with them */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        try (Chromium chromium = Chromium.start()) {
            Page window = chromium.window(WIDE, 900, ColorScheme.LIGHT);
            for (Map.Entry<String, Wire.Answer> page : pages.entrySet()) {
                int before = chromium.complaints().size();
                List<String> found = new ArrayList<>();
                shown(window, page.getValue());
                everyView(window, found);
                found.addAll(chromium.complaints()
                        .subList(before, chromium.complaints().size()));
                found.stream().distinct().map(one -> page.getKey() + " " + one).forEach(faults::add);
            }
        }
        assertThat(pages).hasSizeGreaterThan(50);
        return faults;
    }

    private static void shown(Page window, Wire.Answer answer) {
        AtomicBoolean there = new AtomicBoolean();
        window.unroute("**/*");
        window.route("**/*", route -> {
            if (route.request().isNavigationRequest() && there.getAndSet(true)) {
                // Some lead on by themselves; they are looked at first.
                route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setStatus(204));
            } else if (route.request().isNavigationRequest()) {
                Map<String, String> headers = new HashMap<>();
                answer.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
                headers.keySet().removeIf(name -> name.startsWith(":") || name.equalsIgnoreCase("set-cookie"));
                headers.keySet().removeIf(name -> name.equalsIgnoreCase("content-length"));
                headers.keySet().removeIf(name -> name.equalsIgnoreCase("transfer-encoding"));
                route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setStatus(200)
                        .setHeaders(headers)
                        .setBodyBytes(answer.body()));
            } else {
                route.resume();
            }
        });
        window.navigate("http://localhost:" + RestAssured.port + answer.sent().path());
    }

    /** Both widths and both schemes with every build, each width in both in the night. */
    private static void everyView(Page window, List<String> found) {
        for (int width : new int[] {WIDE, NARROW}) {
            window.setViewportSize(width, 900);
            List<ColorScheme> schemes = List.of(
                    width == WIDE ? ColorScheme.LIGHT : ColorScheme.DARK,
                    width == WIDE ? ColorScheme.DARK : ColorScheme.LIGHT);
            for (ColorScheme scheme : schemes.subList(0, Nightly.or(1, 2))) {
                window.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                Axe.serious(window).forEach(one -> found.add(one + " (" + width + " " + scheme + ")"));
            }
            int needed = (Integer) window.evaluate("document.documentElement.scrollWidth");
            if (needed > width) {
                found.add("scrolls sideways: " + needed + " at " + width);
            }
        }
        int titles = (Integer) window.evaluate("document.querySelectorAll('h1').length");
        if (titles != 1) {
            found.add(titles + " headings of the first rank");
        }
    }

    private Optional<Route> route(Wire.Sent sent) {
        String path = sent.path().split("[?#]", 2)[0];
        return routes.stream()
                .filter(route -> route.method().equals(sent.method()))
                .filter(route -> pattern(route.path()).matcher(path).matches())
                .max(Comparator.comparingInt(
                        route -> route.path().replaceAll("\\{.*}", "").length()));
    }

    /** The template of a path as the router reads it: what stands outside braces is itself. */
    private static Pattern pattern(String path) {
        StringBuilder pattern = new StringBuilder();
        StringBuilder inside = new StringBuilder();
        int depth = 0;
        for (char c : path.toCharArray()) {
            if (c == '{' && depth++ == 0) {
                inside.setLength(0);
            } else if (c == '}' && --depth == 0) {
                String[] named = inside.toString().split(":", 2);
                pattern.append("(?:")
                        .append(named.length == 2 ? named[1].strip() : "[^/]+")
                        .append(')');
            } else if (depth == 0) {
                pattern.append(Pattern.quote(String.valueOf(c)));
            } else {
                inside.append(c);
            }
        }
        return Pattern.compile(pattern.toString());
    }

    /** Refusals look alike, wherever they come from; but not a form that comes back. */
    private static String name(Route route, int status) {
        return (status == 200 || status == 422 ? name(route) : "any page") + " " + status;
    }

    private static String name(Route route) {
        return route.resource().getSimpleName() + "." + route.called();
    }
}
