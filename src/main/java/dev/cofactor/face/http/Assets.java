// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import io.quarkus.runtime.LaunchMode;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Addresses of scripts and styles that change with their content, so that browsers may keep them for good. */
@Named("assets")
@Singleton
public class Assets {
    private static final String ROOT = "/assets/";
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final String ASK_FIRST = "no-cache";
    private static final Map<String, String> TYPES = Map.of(
            "js",
            "text/javascript;charset=UTF-8",
            "css",
            "text/css;charset=UTF-8",
            "svg",
            "image/svg+xml;charset=UTF-8");
    private static final Pattern NAME = Pattern.compile("([a-z0-9_-][a-z0-9._-]*/)*[a-z0-9_-][a-z0-9._-]*");

    /** Only of names that exist: what callers ask for in vain must not fill it. */
    private final Map<String, String> versions = new ConcurrentHashMap<>();

    /** By path, of those alone that exist. */
    private final Map<String, byte[]> pressed = new ConcurrentHashMap<>();

    private final String htmx;

    Assets() {
        this.htmx = "/webjars/htmx.org/" + webjarVersion("htmx.org") + "/dist/htmx.min.js";
    }

    /** @throws IllegalArgumentException if there is no such asset: a template has a typing error */
    public String url(String name) {
        return version(name)
                .map(version -> ROOT + name + "?v=" + version)
                .orElseThrow(() -> new IllegalArgumentException("no such asset"));
    }

    public String htmx() {
        return htmx;
    }

    /** What a cache may do with the answer; nothing means that the usual {@code no-store} stays. */
    Optional<String> cacheControl(String path, @Nullable String version) {
        if (path.equals(htmx)) {
            return Optional.of(FOR_GOOD);
        }
        return path.startsWith(ROOT)
                ? version(path.substring(ROOT.length())).map(hash -> hash.equals(version) ? FOR_GOOD : ASK_FIRST)
                : Optional.empty();
    }

    /** What travels small: text that is the same for everybody. @param type by which browsers take it for what it is */
    record Pressed(String type, byte[] bytes) {}

    /**
     * Pressed once and kept. Pages and answers are not: in them stand tokens beside what callers sent, and the length of the two
     * pressed together tells something of both.
     */
    Optional<Pressed> pressed(String path) {
        boolean ours = path.equals(htmx)
                || (path.startsWith(ROOT)
                        && version(path.substring(ROOT.length())).isPresent());
        return Optional.ofNullable(TYPES.get(path.substring(path.lastIndexOf('.') + 1)))
                .filter(type -> ours && LaunchMode.current() != LaunchMode.DEVELOPMENT)
                .map(type -> new Pressed(type, pressed.computeIfAbsent(path, Assets::press)));
    }

    /** @param encodings as a browser names those it takes */
    static boolean takesGzip(@Nullable String encodings) {
        return encodings != null
                && Stream.of(encodings.toLowerCase(Locale.ROOT).replace(" ", "").split(",", -1))
                        .anyMatch(one ->
                                one.equals("gzip") || (one.startsWith("gzip;q=") && !one.matches(".*=0(\\.0*)?")));
    }

    private static byte[] press(String path) {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (@Nullable InputStream content = open("META-INF/resources" + path);
                GZIPOutputStream into = new GZIPOutputStream(small)) {
            Objects.requireNonNull(content).transferTo(into);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return small.toByteArray();
    }

    private Optional<String> version(String name) {
        @Nullable String known = versions.get(name);
        if (known != null || !NAME.matcher(name).matches()) {
            return Optional.ofNullable(known);
        }
        Optional<String> found = hash("META-INF/resources" + ROOT + name);
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            found.ifPresent(version -> versions.put(name, version));
        }
        return found;
    }

    private static Optional<String> hash(String resource) {
        try (@Nullable InputStream content = open(resource)) {
            if (content == null) {
                return Optional.empty();
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return Optional.of(HexFormat.of().formatHex(digest, 0, 8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e); // unreachable
        }
    }

    /** The version stands in the library's own jar, so it is written once, where the library is chosen. */
    private static String webjarVersion(String artifact) {
        Properties pom = new Properties();
        try (@Nullable InputStream content = open("META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties")) {
            if (content == null) {
                throw new IllegalStateException("the webjar " + artifact + " is missing");
            }
            pom.load(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pom.getProperty("version");
    }

    private static @Nullable InputStream open(String resource) {
        return Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
    }
}
