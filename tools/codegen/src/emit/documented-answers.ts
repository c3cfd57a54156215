import { isJson } from "../describe/media-type.ts";
import type { Operation } from "../describe/operation.ts";
import { sample } from "../describe/sample.ts";
import { isRequired, schemasAt, valuesIn } from "../describe/schemas-at.ts";
import type { Service } from "../describe/service.ts";
import { type JsonObject, members, whole } from "../describe/whole.ts";
import { type Marks, marksOf, type Path } from "./marks.ts";

/**
 * What an operation documents that it answers, by status, as a mock gives it: bodies ready-made, and where in them
 * stands what a script may ask for.
 *
 * @param operation - of what was observed, whose marks the client goes by
 */
export function documentedAnswers(
  { spec: { document } }: Service,
  operation: Operation,
  service: Service,
): object[] {
  const { paths } = whole(document, document);
  const item = whole(document, whole(document, paths)[operation.path]);
  const { responses } = whole(document, item[operation.method.toLowerCase()]);
  const marks = marksOf(operation, service);
  return members(document, responses).map(([status, response]) => {
    // Of several media types, one that can be JSON is read best.
    const content = members(document, response.content);
    const [mediaType, media] = content.find(([type]) => isJson(type)) ?? content[0] ?? [];
    const headers = headersOf(document, response);
    return {
      status,
      mediaType,
      headers: Object.keys(headers).length > 0 ? headers : undefined,
      ...(media && bodyOf(document, { status, mediaType, media }, marks)),
    };
  });
}

interface Documented {
  readonly status: string;
  readonly mediaType: string | undefined;
  readonly media: JsonObject;
}

function bodyOf(document: unknown, { status, mediaType = "", media }: Documented, marks: Marks): object {
  const { schema } = media;
  const ok = status.startsWith("2");
  const examples = examplesOf(document, media);
  const bodies = Object.values(examples);
  const tells = ok && marks.status !== undefined && schemasAt(document, schema, marks.status).length > 0;
  const isShown = tells ? bodies.some((body) => showsStatus(body, marks)) : bodies.length > 0;
  return {
    examples: bodies.length > 0 ? examples : undefined,
    sample: isShown
      ? undefined
      : sample(document, schema ?? { type: isJson(mediaType) ? "object" : "string" }),
    code: codeOf(document, schema, ok ? [marks.inBand?.code] : marks.errorCodes),
    needs: ok ? neededPlaces(document, schema, marks) : undefined,
    tells: tells ? tellingOf(document, schema, marks) : undefined,
  };
}

/** The bodies that the document shows, by name; one without a name is called `example`. */
function examplesOf(document: unknown, media: JsonObject): Record<string, unknown> {
  if (media.example !== undefined) return { example: media.example };
  const shown = members(document, media.examples).filter(([, example]) => "value" in example);
  return Object.fromEntries(shown.map(([name, example]) => [name, example.value]));
}

function headersOf(document: unknown, response: JsonObject): Record<string, string> {
  const headers = members(document, response.headers).map(([name, header]) => [
    name.toLowerCase(),
    String(header.example ?? sample(document, header.schema ?? { type: "string" })),
  ]);
  return Object.fromEntries(headers);
}

/** Whether a body tells how something goes, and is no error. */
function showsStatus(body: unknown, { status = [], inBand }: Marks): boolean {
  const [code] = valuesAt(body, inBand?.code ?? []);
  const isSuccess = !inBand || code === undefined || inBand.success.map(String).includes(String(code));
  return isSuccess && valuesAt(body, status).length > 0;
}

function valuesAt(value: unknown, [step, ...rest]: Path): unknown[] {
  if (step === undefined) return [value];
  if (step === "*" && Array.isArray(value)) return value.flatMap((item) => valuesAt(item, rest));
  const isThere = typeof value === "object" && value !== null && Object.hasOwn(value, step);
  return isThere ? valuesAt((value as JsonObject)[step], rest) : [];
}

/** Where bodies have their error code: of several places, one that lists codes. */
function codeOf(document: unknown, schema: unknown, places: readonly (Path | undefined)[]) {
  const codes = places.flatMap((at) => {
    const schemas = at ? schemasAt(document, schema, at) : [];
    if (schemas.length === 0) return [];
    const { values, isOpen } = valuesIn(schemas);
    return [{ at, values, isOpen: isOpen || undefined }];
  });
  return codes.find(({ values }) => values.length > 0) ?? codes[0];
}

/** Of the places that a mock leaves out, those that must be there. */
function neededPlaces(document: unknown, schema: unknown, { status, result, error }: Marks) {
  const outer = [status, result, error].map((place) => place?.slice(0, 1));
  const places = [...outer, result, error].filter((place) => place !== undefined);
  const needed = places
    .filter((place) => isRequired(document, schema, place))
    .map((place) => place.join("/"));
  return needed.length > 0 ? [...new Set(needed)] : undefined;
}

/** Which values of its status are documented, and what stands at the other marks. */
function tellingOf(document: unknown, schema: unknown, { status = [], result, error, progress }: Marks) {
  const made = (place: Path | undefined) => place && sample(document, schemasAt(document, schema, place)[0]);
  const progresses = progress ? schemasAt(document, schema, progress) : [];
  return {
    values: valuesIn(schemasAt(document, schema, status)).values,
    result: made(result),
    error: made(error),
    isProgressText: progresses.some(({ type }) => type === "string") || undefined,
  };
}
