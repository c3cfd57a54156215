import { isJsonType } from "../wire/media-type.ts";
import { type AnswerMutant, isDocumentedType } from "./mutant.ts";

/** Answers whose media type is not the documented one. */
export const mediaTypeMutants: readonly AnswerMutant[] = [
  retyped("media-type-missing", () => undefined),
  retyped("media-type-html", () => "text/html"),
  retyped("media-type-xml", () => "application/xml"),
  retyped("media-type-text", () => "text/plain; charset=utf-8"),
  retyped("media-type-octets", () => "application/octet-stream"),
  retyped("media-type-problem", () => "application/problem+json"),
  retyped("media-type-no-slash", () => "json"),
  retyped("media-type-sibling", sibling),
  retyped(
    "media-type-suffix-lost",
    (type) => (type.includes("+json") ? "application/json" : undefined),
    true,
  ),
  retyped("media-type-other-charset", (type) => `${bare(type)};charset=ISO-8859-1`),
  retyped("media-type-utf-16", (type) => `${bare(type)}; charset="utf-16"`),
  retyped("media-type-extra-parameter", (type) => `${type};stranger=1`),
  retyped("media-type-two", (type) => `${type}, text/html`),
];

function retyped(name: string, retype: (type: string) => string | undefined, optional = false): AnswerMutant {
  return {
    side: "answer",
    name,
    breaks: "content-type",
    mutate(answer, situation) {
      const { "content-type": type, ...headers } = answer.headers;
      if (type === undefined || !isJsonType(type)) return undefined;
      const other = retype(type);
      if (other === undefined) return optional ? undefined : { ...answer, headers };
      if (isDocumentedType(situation, other)) return undefined;
      return { ...answer, headers: { ...headers, "content-type": other } };
    },
  };
}

/** The same vendor's next version, or a vendor type where plain JSON is documented. */
function sibling(type: string): string {
  const next = type.replace(/v(\d+)/, (_, version: string) => `v${Number(version) + 1}`);
  return next === type ? "application/vnd.sibling.v1+json" : next;
}

function bare(type: string): string {
  return type.split(";")[0] ?? type;
}
