import { expect, test } from "vitest";
import { createVirtualClock } from "../clock.ts";
import { createRandom } from "../random.ts";
import { createSessions, TICKET } from "./sessions.ts";

const create = (limit?: number) => createSessions(createVirtualClock(), createRandom(1), limit);

test("remembers a number of sessions, and those that were used least lately go", () => {
  const sessions = create(2);
  const [a, b] = [sessions.begin("Key", {}, "a"), sessions.begin("Key", {}, "a")];
  expect(sessions.ask("Key", a)).toBe("good");
  const c = sessions.begin("Key", {}, "a");
  expect([a, b, c].map((token) => sessions.ask("Key", token))).toEqual(["good", undefined, "good"]);
});

test("a token is good for what it was handed out for", () => {
  const sessions = create();
  const [session, ticket] = [sessions.begin("Key", {}, "a"), sessions.begin(TICKET, {}, "a")];
  expect(sessions.ask("Other", session)).toBeUndefined();
  expect(sessions.ask("Key", ticket)).toBeUndefined();
  expect(sessions.ask(TICKET, ticket)).toBe("good");
});

test("every token is another", () => {
  const sessions = create();
  const tokens = Array.from({ length: 1000 }, () => sessions.begin("Key", {}, "not-a-token"));
  expect(new Set(tokens).size).toBe(1000);
});
