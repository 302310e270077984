/* Shows each OpenAPI document of the page. BaseLayout needs no inline style, so the Content Security Policy holds. */

(() => {
  "use strict";

  for (const element of document.querySelectorAll("[data-openapi]")) {
    window.SwaggerUIBundle({
      url: element.dataset.openapi,
      domNode: element,
      layout: "BaseLayout",
      presets: [window.SwaggerUIBundle.presets.apis],
      validatorUrl: null,
      docExpansion: "list",
      defaultModelsExpandDepth: 0,
    });
  }
})();
