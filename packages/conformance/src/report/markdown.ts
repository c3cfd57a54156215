import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from "mdast";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { toMarkdown } from "mdast-util-to-markdown";

/** A piece of running text: plain, or one that was made by a function of this file. */
export type Piece = string | PhrasingContent;

export function heading(depth: 1 | 2 | 3 | 4, ...pieces: Piece[]): RootContent {
  return { type: "heading", depth, children: pieces.map(phrasing) };
}

export function paragraph(...pieces: Piece[]): BlockContent {
  return { type: "paragraph", children: pieces.map(phrasing) };
}

export function list(items: readonly (readonly Piece[])[]): BlockContent {
  return {
    type: "list",
    spread: false,
    children: items.map((pieces) => ({
      type: "listItem" as const,
      children: [paragraph(...pieces)] as (BlockContent | DefinitionContent)[],
    })),
  };
}

export function table(rows: readonly (readonly Piece[])[]): RootContent {
  return {
    type: "table",
    children: rows.map((cells) => ({
      type: "tableRow" as const,
      children: cells.map((cell) => ({ type: "tableCell" as const, children: [phrasing(cell)] })),
    })),
  };
}

/** A block of code; its fence is longer than any in it. */
export function block(value: string, lang?: string): BlockContent {
  return { type: "code", value, ...(lang !== undefined && { lang }) };
}

export function code(value: string): PhrasingContent {
  return { type: "inlineCode", value: value.replace(/\s+/g, " ") };
}

export function strong(value: string): PhrasingContent {
  return { type: "strong", children: [{ type: "text", value }] };
}

export function link(url: string, text: string = url): PhrasingContent {
  // A URL of another kind would run what it says, where somebody clicks on it.
  if (!/^https?:\/\//i.test(url)) return { type: "text", value: text };
  return { type: "link", url, children: [{ type: "text", value: text }] };
}

/** Text as the documents have it, of whose Markdown only code is taken over: what stands between backticks. */
export function prose(text: string): Piece[] {
  return text.split(/`([^`\n]+)`/).map((part, index) => (index % 2 === 1 ? code(part) : part));
}

/** Writes Markdown in GitHub's dialect; what is text in it stays text, whatever characters it has. */
export function write(children: readonly RootContent[]): string {
  return toMarkdown(
    { type: "root", children: [...children] },
    { extensions: [gfmTableToMarkdown({ tablePipeAlign: false })], bullet: "-", fences: true, rule: "-" },
  );
}

function phrasing(piece: Piece): PhrasingContent {
  return typeof piece === "string" ? { type: "text", value: piece } : piece;
}
