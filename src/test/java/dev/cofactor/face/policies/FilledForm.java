// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.policies;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of a policy as a browser would send it back. */
final class FilledForm {
    private static final Pattern INPUT =
            Pattern.compile("<input([^>]*) name=\"([a-z-]+)\"[^>]* value=\"([^\"]*)\"([^>]*)>");
    private static final Pattern SELECT =
            Pattern.compile("<select[^>]* name=\"([a-z-]+)\"[^>]*>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern TEXT =
            Pattern.compile("<textarea[^>]* name=\"([a-z-]+)\"[^>]*>(.*?)</textarea>", Pattern.DOTALL);

    private FilledForm() {}

    /** What a browser would send of the form, which is the one with all fields. */
    static Map<String, String> of(Response page, String id) {
        String html = page.asString();
        String form = html.substring(html.indexOf("action=\"/policies/" + id + "\""));
        form = form.substring(0, form.indexOf("</form>"));
        Map<String, String> fields = new HashMap<>();
        Matcher input = INPUT.matcher(form);
        while (input.find()) {
            boolean chosen =
                    (!input.group(1).contains("checkbox") && !input.group(1).contains("radio"))
                            || input.group(4).contains("checked");
            if (chosen) {
                fields.put(input.group(2), plain(input.group(3)));
            }
        }
        Matcher select = SELECT.matcher(form);
        while (select.find()) {
            Matcher chosen = Pattern.compile("value=\"([^\"]*)\" selected").matcher(select.group(2));
            fields.put(select.group(1), chosen.find() ? chosen.group(1) : "");
        }
        Matcher text = TEXT.matcher(form);
        while (text.find()) {
            fields.put(text.group(1), plain(text.group(2)));
        }
        return fields;
    }

    private static String plain(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
