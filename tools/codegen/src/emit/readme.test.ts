import { expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import { describeService } from "../describe/service.ts";
import { emitReadme } from "./readme.ts";

const operation = (operationId: string, given: object = {}) => ({
  get: {
    operationId,
    summary: `What ${operationId} does`,
    responses: { 200: { description: "" } },
    ...given,
  },
});

function emitted(description: string): string {
  const paths = { "/a": operation("getJob"), "/b": { post: operation("startJob").get } };
  const spec = specOf({
    servers: [{ url: "https://acme.example" }],
    paths,
    info: { title: "Acme", version: "v1", description },
  });
  const service = describeService("acme", spec);
  return emitReadme({ service, documented: service, overlay: undefined, version: "", license: "" });
}

const document = "stands in the OpenAPI document: `specs/acme/openapi.yaml` of @settled/conformance";

it.each([
  { given: "Runs jobs.", want: ["Runs jobs.\n\nA typed"], not: [document, "## The service"] },
  {
    given: "Runs jobs.\n\n**Errors.** Few.",
    want: ["Runs jobs.\n\nA typed", "## The service\n\n**Errors.** Few.\n"],
    not: [document],
  },
  {
    given: "Runs jobs.\n\n**On the wire** one path.\n\n**Errors.** Few.\n\n**Sources.** A page.",
    want: ["Runs jobs.\n\nA typed", "## The service\n\n**Errors.** Few.\n\n", document],
    not: ["On the wire", "Sources"],
  },
  { given: "", want: ["## Install"], not: [document, "undefined"] },
])("of the description $given, what a caller needs", ({ given, want, not }) => {
  const text = emitted(given);
  for (const part of want) expect(text).toContain(part);
  for (const part of not) expect(text).not.toContain(part);
});

it("tells each operation in a line, with what is said of it", () => {
  const text = emitted("");
  expect(text).toContain("- `getJob`: What getJob does (reads)\n- `startJob`: What startJob does\n");
  expect(text).toContain("- reads: it changes nothing, so it can be repeated\n");
});
