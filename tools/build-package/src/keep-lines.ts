import { decode, encode, type SourceMapSegment } from "@jridgewell/sourcemap-codec";

/**
 * A source map that leads to lines, and no longer to each word in them: where a line of the source begins is all that
 * a stack trace needs, and a fifth of what is installed was the rest.
 *
 * The sources themselves would double what is installed; they are in the repository, at the tag of the version.
 */
export function keepLines(map: string): string {
  const {
    mappings,
    sourcesContent: _,
    names: __,
    ...rest
  } = JSON.parse(map) as Readonly<Record<string, string>>;
  return JSON.stringify({ ...rest, names: [], mappings: encode(decode(mappings ?? "").map(firstOfEach)) });
}

/** Of the segments in a row that lead to the same line, the first, without the name that stood there. */
function firstOfEach(segments: readonly SourceMapSegment[]): SourceMapSegment[] {
  const kept: SourceMapSegment[] = [];
  for (const [column, source, line, sourceColumn] of segments) {
    const last = kept.at(-1);
    if (source === undefined) kept.push([column]);
    else if (last?.[1] !== source || last[2] !== line)
      kept.push([column, source, line ?? 0, sourceColumn ?? 0]);
  }
  return kept;
}
