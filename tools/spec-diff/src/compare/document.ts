import type { Service } from "codegen/src/describe/service.ts";
import type { RuleName } from "../rules/index.ts";
import { type Findings, named } from "./finding.ts";
import { bagOf, isSame, listOf } from "./json.ts";
import { compareLogins } from "./logins.ts";
import { compareRest } from "./rest.ts";
import { compareSecuritySchemes } from "./security-schemes.ts";
import { compareServers } from "./servers.ts";
import { type Pair, placeIn, rootOf } from "./site.ts";

/** What a document says of the service as a whole. */
export function* compareDocument({ before, after }: Pair<Service>): Findings {
  const roots = { before: rootOf(before.spec), after: rootOf(after.spec) };
  yield* compareServers({ before: before.servers, after: after.servers }, roots.after);
  yield* compareSecuritySchemes(roots);
  yield* compareLogins({ before, after });
  yield* compareReleases(roots);
  for (const [keyword, rule] of keywords) yield* compareKeyword(roots, keyword, rule);
  yield* compareVersion({ before, after }, roots);
  yield* compareRest(roots, judged);
}

const keywords: readonly (readonly [string, RuleName])[] = [
  ["x-rpc", "rpc-changed"],
  ["x-throttling", "throttling-changed"],
  ["x-request-id", "request-id-changed"],
  ["x-refusals", "refusals-changed"],
];

const judged = new Set([
  ...keywords.map(([keyword]) => keyword),
  "components",
  "paths",
  "security",
  "servers",
  "x-media-type-version",
]);

function* compareKeyword({ before, after }: Pair, keyword: string, rule: RuleName): Findings {
  const [was, is] = [before.value[keyword], after.value[keyword]];
  if (!isSame(was, is))
    yield { rule, at: placeIn(after, keyword), subject: named(keyword), before: was, after: is };
}

/** `info.version` is a label, but where it travels in a header (`x-rpc`). */
function* compareVersion({ before, after }: Pair<Service>, roots: Pair): Findings {
  if (!after.rpc || before.apiVersion === after.apiVersion) return;
  const [was, is] = [before.apiVersion, after.apiVersion];
  const at = placeIn(roots.after, "info", "version");
  yield { rule: "api-version-changed", at, subject: named(is), before: was, after: is };
}

/** The releases that differ in the number in their media types. */
function* compareReleases({ before, after }: Pair): Findings {
  const keyword = "x-media-type-version";
  const [was, is] = [bagOf(before.value[keyword]), bagOf(after.value[keyword])];
  const at = placeIn(after, keyword);
  const [old, now] = [listOf(was.versions), listOf(is.versions)];
  for (const release of old.filter((one) => !now.includes(one))) {
    yield { rule: "release-removed", at, subject: named(release), before: old, after: now };
  }
  for (const release of now.filter((one) => !old.includes(one))) {
    yield { rule: "release-added", at, subject: named(release), before: old, after: now };
  }
  const isElse = was.default !== is.default || was.template !== is.template;
  if (isElse && old.length > 0 && now.length > 0) {
    const [before, after] = [`${was.template}, ${was.default}`, `${is.template}, ${is.default}`];
    yield { rule: "release-default-changed", at, subject: named(is.default), before, after };
  }
}
