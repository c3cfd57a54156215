import { describe, expect, it } from "vitest";
import { printDocComment } from "./doc-comment.ts";

describe("printDocComment", () => {
  it.each([
    { given: [undefined, ""], want: "" },
    { given: ["One line."], want: "  /** One line. */\n" },
    { given: ["One.", undefined, "Two."], want: "  /**\n   * One.\n   *\n   * Two.\n   */\n" },
    { given: ["Ends with */ here."], want: "  /** Ends with *\\/ here. */\n" },
  ])("$given", ({ given, want }) => {
    expect(printDocComment(given, "  ")).toBe(want);
  });
});
