import type { Json } from "../../document/json.ts";
import type { State } from "./life.ts";
import { drawPicture, type Easel, type Picture } from "./picture.ts";
import { putAt } from "./place.ts";
import type { Role } from "./role.ts";
import { subjectOf } from "./subject.ts";

/** What a picture is of. All of it stands in the document, so that each is one and the same whenever it is asked for. */
export interface Sitter {
  readonly role: Role;
  /** The family of the ids that the thing goes by. */
  readonly family: string | undefined;
  readonly state?: State | undefined;
  /** What the answer tells as the status. */
  readonly wanted?: Json | undefined;
  /** Steps to the list of which it is an item; `FRAME` for the body around the items. */
  readonly list?: readonly string[] | undefined;
}

/** The steps to no list: what is shown is the body around the items, and they are put there afterwards. */
export const FRAME: readonly string[] = [];

/** The pictures of a document's answers, each drawn when it is first asked for. */
export function createPictures(easel: Easel): (sitter: Sitter) => Picture {
  const drawn = new Map<Role, (Omit<Sitter, "role"> & { readonly picture: Picture })[]>();
  return ({ role, family, state, wanted, list }) => {
    const own = drawn.get(role) ?? [];
    drawn.set(role, own);
    const known = own.find(
      (one) => one.family === family && one.state === state && one.wanted === wanted && one.list === list,
    );
    if (known) return known.picture;
    const whole = drawPicture(easel, subjectOf(easel.root, role, family, list), state, wanted);
    const picture = list === FRAME ? withoutItems(whole, role) : whole;
    own.push({ family, state, wanted, list, picture });
    return picture;
  };
}

/** Whoever puts items there need not copy the documented ones first. */
function withoutItems(picture: Picture, { paging, status }: Role): Picture {
  const list = paging?.items ?? status?.list;
  return list ? { ...picture, sample: putAt(picture.sample, list, []) } : picture;
}
