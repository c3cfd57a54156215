import { join } from "node:path";
import { expect, test } from "vitest";
import { isJson } from "../src/describe/media-type.ts";
import { describeValidation, type Validation } from "../src/describe/validation.ts";
import { httpMethods, type MediaTypeObject, type ResponseObject } from "../src/spec/document.ts";
import { type Place, toPointer } from "../src/spec/json-pointer.ts";
import { listProviders } from "../src/spec/list-providers.ts";
import { loadSpec, type Spec } from "../src/spec/load-spec.ts";
import { loadOverlay, observe } from "../src/spec/overlay.ts";
import { resolve } from "../src/spec/resolve.ts";
import { mutate } from "./mutate.ts";
import { ajvJudge, runtimeJudge } from "./validation-judges.ts";

const specs = join(import.meta.dirname, "../../../specs");
const providers = await listProviders(specs);

// The product against the standard's own tool: each body that is documented, and what comes of it by one change.
test.each(providers)(
  "%s: the runtime judges by codegen's table as Ajv does by the document",
  async (provider) => {
    const spec = await observedSpec(provider);
    const validation = describeValidation(spec);
    const bodies = listBodies(spec, validation);
    if (bodies.length === 0) return; // No example is documented yet.
    const judge = await runtimeJudge(validation);
    const ajv = await ajvJudge(opened(spec.document));
    const refused: unknown[] = [];
    const differing: unknown[] = [];
    const elsewhere: unknown[] = [];
    let judged = 0;
    let wrong = 0;

    const compare = (body: Body, value: unknown, change: object) => {
      judged += 1;
      const ours = body.position === undefined ? [] : judge(body.position, value);
      const theirs = ajv(body.schema, value);
      if (ours.length > 0 !== theirs.length > 0) differing.push({ ...body, ...change, ours, theirs });
      const [first] = ours;
      if (!first) return;
      wrong += 1;
      if (!theirs.some(({ at }) => at === first.at)) elsewhere.push({ ...body, ...change, ours, theirs });
    };

    for (const body of bodies) {
      const ours = body.position === undefined ? [] : judge(body.position, body.example);
      if (ours.length > 0) refused.push({ ...body, ours });
      compare(body, body.example, { how: "as documented" });
      for (const { value, at, how } of mutate(body.example)) compare(body, value, { at, how });
    }
    // Every body by every schema: the alternatives that none was written for.
    for (const { schema, position } of distinctSchemas(bodies)) {
      for (const { example } of bodies)
        compare({ schema, position, example }, example, { how: "of another" });
    }

    expect({ refused, differing: differing.slice(0, 3), elsewhere: elsewhere.slice(0, 3) }).toEqual({
      refused: [],
      differing: [],
      elsewhere: [],
    });
    // Dozens of each body, of a small spec too.
    expect(judged).toBeGreaterThan(20 * bodies.length);
    // As many are wrong as right, or nearly.
    expect(wrong / judged).toBeGreaterThan(0.3);
    expect(wrong / judged).toBeLessThan(0.9);
  },
);

/** A documented body. */
interface Body {
  /** Where its schema stands in the document. */
  readonly schema: string;
  /** And in the table, if anything is said of it. */
  readonly position: number | undefined;
  readonly example: unknown;
}

async function observedSpec(provider: string): Promise<Spec> {
  const folder = join(specs, provider);
  const overlay = await loadOverlay(join(folder, "observed.overlay.yaml"), `${provider} overlay`);
  return observe(await loadSpec(join(folder, "openapi.yaml"), provider), overlay);
}

/** Each once, however many operations answer with it. */
function listBodies(spec: Spec, { operations }: Validation): Body[] {
  const bodies = new Map<string, Body>();
  for (const { id, status, place, media } of listMedia(spec)) {
    const position = operations[id]?.[status];
    const schema = toPointer([...place, "schema"]).slice(1);
    for (const example of examplesOf(spec, media, place)) {
      const key = `${position ?? schema} ${JSON.stringify(example)}`;
      if (!bodies.has(key)) bodies.set(key, { schema: encodeURI(schema), position, example });
    }
  }
  return [...bodies.values()];
}

function* listMedia(
  spec: Spec,
): Generator<{ id: string; status: string; place: Place; media: MediaTypeObject }> {
  for (const [path, item] of Object.entries(spec.document.paths)) {
    for (const method of httpMethods) {
      for (const [status, declared] of Object.entries(item[method]?.responses ?? {})) {
        const at = ["paths", path, method, "responses", status];
        const response = resolve<ResponseObject>(spec, declared, at);
        for (const [mediaType, media] of Object.entries(response.value.content ?? {})) {
          const place = [...response.place, "content", mediaType];
          if (isJson(mediaType) && media.schema)
            yield { id: item[method]?.operationId ?? "", status, place, media };
        }
      }
    }
  }
}

function examplesOf(spec: Spec, { example, examples = {} }: MediaTypeObject, place: Place): unknown[] {
  const named = Object.entries(examples).map(
    ([name, one]) => resolve<{ value?: unknown }>(spec, one, [...place, "examples", name]).value.value,
  );
  return example === undefined ? named : [example, ...named];
}

function distinctSchemas(bodies: readonly Body[]): Body[] {
  return [...new Map(bodies.map((body) => [body.position, body])).values()];
}

/** The document without the ban on members that it does not name: services grow, and that is nothing wrong. */
function opened<Node>(node: Node): Node {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map(opened) as Node;
  const { oneOf, ...rest } = node as { oneOf?: { additionalProperties?: unknown }[] };
  // Alternatives that excluded each other by it do so no longer.
  const isClosed = Array.isArray(oneOf) && oneOf.some((one) => one.additionalProperties === false);
  const renamed = oneOf === undefined ? rest : { ...rest, [isClosed ? "anyOf" : "oneOf"]: oneOf };
  const members = Object.entries(renamed).filter(
    ([name, value]) => name !== "additionalProperties" || value !== false,
  );
  return Object.fromEntries(
    members.map(([name, value]) => [name, /^examples?$/.test(name) ? value : opened(value)]),
  ) as Node;
}
