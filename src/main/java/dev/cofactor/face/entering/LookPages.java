// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.entering;

import dev.cofactor.desk.seeds.Entered;
import dev.cofactor.desk.seeds.Pictures;
import dev.cofactor.desk.seeds.SeedJson;
import dev.cofactor.desk.templates.FieldRules;
import dev.cofactor.desk.templates.Template;
import dev.cofactor.desk.templates.Templates;
import dev.cofactor.face.web.Frame;
import dev.cofactor.ground.plaintext.Plaintext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is in a picture or a setup link, for whoever may add a secret with it. Nothing is kept, and no seed comes back. */
@Path("/secrets/new/look")
@Produces("application/json")
class LookPages {
    private final Templates templates;
    private final Adding adding;
    private final Pictures pictures;
    private final Frame frame;

    LookPages(Templates templates, Adding adding, Pictures pictures, Frame frame) {
        this.templates = templates;
        this.adding = adding;
        this.pictures = pictures;
        this.frame = frame;
    }

    /** The picture's bytes, bare: a form would lay them into a file. */
    @POST
    @Consumes("application/octet-stream")
    public SeedJson.Preview picture(
            @QueryParam("template") @DefaultValue("") String template,
            @QueryParam("folder") @DefaultValue(Places.OWN) String folder,
            @QueryParam("choose") @DefaultValue("") String choose,
            byte @Nullable [] picture) {
        try (Plaintext bytes = Plaintext.owning(picture == null ? new byte[0] : picture)) {
            FieldRules.Otp rules = admitted(template, folder);
            try (Entered found = pictures.read(List.of(bytes), Entering.choice(choose))) {
                found.mustFit(rules);
                return found.preview();
            }
        }
    }

    /** A setup link, or a key with what is usual. */
    @POST
    @Consumes("text/plain")
    public SeedJson.Preview text(
            @QueryParam("template") @DefaultValue("") String template,
            @QueryParam("folder") @DefaultValue(Places.OWN) String folder,
            byte @Nullable [] text) {
        try (Plaintext typed = Plaintext.owning(text == null ? new byte[0] : text)) {
            FieldRules.Otp rules = admitted(template, folder);
            try (Entered found = Keys.read(typed, rules, Map.of())) {
                return found.preview();
            }
        }
    }

    private FieldRules.Otp admitted(String template, String folder) {
        Template chosen = templates.named(template).orElseThrow(AddPages::noTemplate);
        return adding.admit(frame.caller(), chosen, folder);
    }
}
