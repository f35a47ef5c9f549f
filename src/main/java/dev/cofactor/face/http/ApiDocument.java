// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** What the OpenAPI document says on top of what it finds: no pages in it, and how every operation may fail. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String BEARER = "bearer";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSchema(PROBLEM, problem())
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer"));
        document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER));
        if (document.getPaths() == null) {
            return;
        }
        for (String path : List.copyOf(document.getPaths().getPathItems().keySet())) {
            if (Area.of(path) == Area.API) {
                document.getPaths().getPathItem(path).getOperations().values().forEach(ApiDocument::mayFail);
            } else {
                document.getPaths().removePathItem(path);
            }
        }
    }

    private static void mayFail(Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        operation
                .getResponses()
                .setDefaultValue(OASFactory.createAPIResponse()
                        .description("A failure; its code is stable")
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        Answers.PROBLEM,
                                        OASFactory.createMediaType()
                                                .schema(OASFactory.createSchema()
                                                        .ref(PROBLEM)))));
    }

    private static Schema problem() {
        return object().description("RFC 9457; further members depend on the code")
                .addProperty("type", text())
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("code", text().description("stable, in kebab case: compare this one"))
                .addProperty("detail", text().description("for people; its wording may change"))
                .addProperty("traceId", text().pattern("[0-9a-f]{32}").description("as in X-Request-Id"))
                .required(List.of("type", "title", "status", "code", "detail", "traceId"));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
