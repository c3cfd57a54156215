import { expect, test } from "vitest";
import { listSamples, SHOWN } from "./list-samples.ts";

const given = [{ id: "script-41", name: "Script01", href: "/scripts/script-41", size: 1 }];

test("the documented items come first as they stand, then others with ids and names of their own", () => {
  const items = listSamples(given, "listScripts", () => true) as typeof given;
  expect(items).toHaveLength(SHOWN);
  expect(items[0]).toEqual(given[0]);
  expect(items[1]?.name).toBe("Script01-2");
  expect(items[1]?.id).toMatch(/^script-\d\d$/);
  expect(new Set(items.map(({ name }) => name)).size).toBe(SHOWN);
  expect(listSamples(given, "listScripts", () => true)).toEqual(items);
});

test.each([
  { name: "none where none is documented", documented: [], fits: (): boolean => true, want: 0 },
  { name: "no other where no other fits", documented: given, fits: (): boolean => false, want: 1 },
  { name: "texts", documented: ["blue"], fits: (): boolean => true, want: SHOWN },
  {
    name: "no other where nothing can be varied",
    documented: [{ size: 1 }],
    fits: (): boolean => true,
    want: 1,
  },
])("shows $name", ({ documented, fits, want }) => {
  expect(listSamples(documented, "x", fits)).toHaveLength(want);
});
