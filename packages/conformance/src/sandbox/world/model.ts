import type { Document, Operation } from "../../document/document.ts";
import type { JsonObject } from "../../document/json.ts";
import { objectAt } from "../../document/navigate.ts";
import { PAGING } from "../../document/vocabulary.ts";
import { draftOf } from "../draft.ts";
import { readDocumentedIds, readExamplesOf } from "./examples.ts";
import { readFamilies } from "./families.ts";
import { type Answer, type Link, readLinks } from "./links.ts";
import { plainName } from "./plain-name.ts";
import { readPaging, shownBy, statusPlace, successSamples, uniqueShown } from "./read-places.ts";
import type { Role } from "./role.ts";
import { deletesByName, knowsNotFound, safeIn, sessionOperations } from "./traits.ts";

/** What a document says of itself as a world: which operation creates, reads, ends what. Made once. */
export interface Model {
  readonly root: JsonObject;
  readonly operations: ReadonlyMap<string, Role>;
  /** The arguments that take an id: plain name and family. */
  readonly families: ReadonlyMap<string, string>;
  /** Which families of ids things of a kind have. */
  readonly created: ReadonlySet<string>;
  /** The ids that the document shows, by family: they are there from the start. */
  readonly documentedIds: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads a document as a world. */
export function readModel(document: Document): Model {
  const sessions = sessionOperations(document.root);
  const links = readLinks(document).filter(({ source }) => !sessions.has(source.id));
  const isSafe = (operation: Operation) => safeIn(document.root, operation);
  const { families, kinds } = readFamilies(document, links, isSafe);
  const answerPaths = askingPaths(document, links);
  const read = (operation: Operation): Role => {
    const node = objectAt(document.root, operation.pointer);
    const own = links.filter(({ source }) => source === operation);
    const to = links.filter(({ target }) => target === operation);
    const session = sessions.has(operation.id);
    const draft = draftOf(document, operation);
    const safe = isSafe(operation);
    const shows = own.flatMap((link) => shownBy(link, families));
    const status = session ? undefined : statusPlace(document.root, draft?.media?.schema);
    const paging = readPaging(node[PAGING]);
    const cancels = to.some((link) => link.cancels);
    const answers = to.flatMap(({ answer }): Answer[] => (answer === undefined ? [] : [answer]));
    const ends = cancels || answers.length > 0 || session;
    const creates = !safe && !ends && shows.length > 0;
    return {
      operation,
      draft,
      media: draft?.media,
      samples: successSamples(document.root, draft?.media),
      safe,
      session,
      links: own,
      shows: uniqueShown(shows),
      creates,
      kind: kinds.get(operation.id),
      subjects: new Set(
        to.flatMap(({ bound, cancels: ends, answer }) =>
          bound
            .filter(({ expression }) => expression.from === "response" || ends || answer !== undefined)
            .map(({ name }) => plainName(name))
            .filter((name) => families.has(name)),
        ),
      ),
      ...(status && { status }),
      ...(paging && { paging }),
      cancels,
      answers,
      asks: answerPaths.has(operation.path),
      deletes: !safe && !ends && !creates && deletesByName(operation, document),
      updates:
        !safe &&
        !ends &&
        !creates &&
        (/^(PUT|PATCH)$/.test(operation.method) || /^update/i.test(operation.id)),
      knowsNotFound: knowsNotFound(document.root, operation, draft?.media?.schema),
      examples: readExamplesOf(operation),
    };
  };
  const operations = new Map(document.operations.map((one) => [one.id, read(one)]));
  const created = new Set(
    [...operations.values()].flatMap(({ kind, status, creates, shows }) =>
      creates || status ? shows.map(({ family }) => `${kind} ${family}`) : [],
    ),
  );
  return {
    root: document.root,
    operations,
    families,
    created,
    documentedIds: readDocumentedIds([...operations.values()], families),
  };
}

/** The paths under which a question can be read that a link answers. */
function askingPaths({ operations }: Document, links: readonly Link[]): Set<string> {
  const answered = links.filter(({ answer }) => answer).map(({ target }) => target.path);
  return new Set(
    operations
      .filter(({ method, path }) => method === "GET" && answered.includes(path))
      .map(({ path }) => path),
  );
}
