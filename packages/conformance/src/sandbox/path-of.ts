/** The path of an absolute URL, as it was sent: nothing is normalised. */
export function pathOf(url: string): string {
  const start = pathStart(url);
  const end = url.slice(start).search(/[?#]/);
  return url.slice(start, end === -1 ? undefined : start + end) || "/";
}

/** Where the path begins. */
export function pathStart(url: string): number {
  const start = url.indexOf("/", url.indexOf("://") + 3);
  return start === -1 ? url.length : start;
}
