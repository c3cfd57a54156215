import { hasEnvironment } from "../describe/auth-factory.ts";
import type { Service } from "../describe/service.ts";
import { type SessionWay, tokenOperation } from "../describe/sessions.ts";
import { printDuration } from "../print/duration.ts";
import { printExample } from "../print/example.ts";
import { printTable } from "../print/table.ts";
import { credentialExamples, sessionExample } from "./credential-examples.ts";

/** What lets a user in: variables, ways to log in, keys. */
export function credentialSection(service: Service): string {
  const examples = credentialExamples(service);
  if (examples.length === 0) return "";
  const session = sessionExample(service);
  const others = session ? examples.slice(1) : examples;
  return [
    "## Credentials",
    "They go to `createClient({ auth })`; several of them, for several security schemes, as a list.",
    environmentPart(service),
    ...schemeNotes(service),
    ...(session ? [sessionPart(service), printExample(service, session), sessionTable(service)] : []),
    ...others.flatMap((example) => [
      meaning[example.imports.find((name) => name in meaning) ?? ""] ?? "",
      printExample(service, example),
    ]),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

const meaning: Readonly<Record<string, string>> = {
  accessKey:
    "`accessKey` signs each request; the secret is never sent. A function may give the key instead: one that is \
temporary is then renewed in time, also while a wait runs.",
  apiKey: "`apiKey` sends a key, or a session's token, that you have already; or one that a function gives.",
  authorization:
    "`authorization` sends credentials that you make yourself; or that a function makes of the request.",
  basic: "`basic` sends a name and a password.",
  bearer: "`bearer` sends a token that you have already; or one that a function gives.",
};

function environmentPart(service: Service): string {
  if (!hasEnvironment(service)) return "";
  const rows = Object.entries(service.securitySchemes).flatMap(([name, scheme]) =>
    Object.entries(scheme["x-environment"] ?? {}).map(([part, variables]) => [
      `\`${name}\``,
      part,
      variables.map((variable) => `\`${variable}\``).join(", "),
    ]),
  );
  const choice =
    service.sessions.length > 1
      ? " Of several ways to log in, it takes the first that uses all that are set; for another, use `session`."
      : "";
  return `\`fromEnvironment()\` takes them from these variables; of several, the first that is set wins.${choice}

${printTable(["security scheme", "part", "variables"], rows)}`;
}

/** What the document says of each security scheme. */
function schemeNotes({ securitySchemes }: Service): string[] {
  return Object.entries(securitySchemes).flatMap(([name, { description }]) =>
    description ? [`**\`${name}\`.** ${description.trim()}`] : [],
  );
}

function sessionPart({ sessions, variableName: client }: Service): string {
  const operations = new Set(sessions.map((way) => tokenOperation(way).id));
  return [
    "`session` logs in before the first request, and anew before the session lapses or when it is refused.",
    sessions.some(({ logout }) => logout)
      ? `\`${client}.logout()\` ends it on the server, and so does \`logout(connection)\` of \`/standalone\`.`
      : "",
    "An input may be a function, which is asked for it at each login.",
    operations.size > 1
      ? "Where several ways to log in take the same inputs, `login` names the operation that answers with the token."
      : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function sessionTable({ sessions }: Service): string {
  const rows = sessions.map((way) => [
    `\`${way.login.id}\`${way.next ? `, then \`${way.next.id}\`` : ""}`,
    Object.entries(way.inputs)
      .map(([name, required]) => (required ? `\`${name}\`` : `\`${name}\` (optional)`))
      .join(", "),
    printLife(way),
    way.logout ? `\`${way.logout.id}\`` : "",
  ]);
  return printTable(["log in with", "inputs", "the session lapses", "log out with"], rows);
}

function printLife({ idle, lifetime, expires }: SessionWay): string {
  return [
    idle && `${printDuration(idle)} after the last request`,
    lifetime && `${printDuration(lifetime)} after the login`,
    expires && `when ${printPlace(expires)} says`,
  ]
    .filter(Boolean)
    .join(", or ");
}

/** A runtime expression (OAS 3.1.1 §4.8.20.4) in words. */
function printPlace(expression: string): string {
  const [, where, name] = /^\$response\.(header\.|body#\/)(.*)$/.exec(expression) ?? [];
  if (!name) return `\`${expression}\``;
  return where === "header." ? `the header \`${name}\`` : `\`${name.replaceAll("/", ".")}\``;
}
