import { expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import { describeService } from "../describe/service.ts";
import { describeValidation } from "../describe/validation.ts";
import { emitValidate } from "./validate.ts";

it("the text that is emitted is the table, whatever stands in it", () => {
  // Whatever ends a text, or means something else in it.
  const texts = ["'", "`", `$${"{1}"}`, "\\n", "\n", '"', "\u2028"];
  const schema = { type: "object", properties: { [texts.join("")]: { enum: texts } } };
  const content = { "application/json": { schema } };
  const responses = {
    "200": { content },
    "404": { content: { "application/json": {} } },
    "4XX": { content },
  };
  const spec = specOf({
    servers: [{ url: "https://example.com" }],
    paths: { "/": { get: { operationId: "getJob", responses } } },
  });
  const service = describeService("acme", spec);
  const text = emitValidate({
    service,
    documented: service,
    overlay: undefined,
    version: "0.0.0",
    license: "",
  });
  const [, literal] = /^const schemas =\s+(.*);$/ms.exec(text) ?? [];
  const { schemas } = describeValidation(spec);
  const operations = { getJob: { "200 4XX": 0 } };
  expect(JSON.parse(new Function(`return ${literal}`)())).toEqual({ operations, schemas });
});
