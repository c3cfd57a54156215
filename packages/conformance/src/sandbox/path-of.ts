/** The path of an absolute URL, as it was sent: nothing is normalised. */
export function pathOf(url: string): string {
  const start = pathStart(url);
  for (let end = start; end < url.length; end += 1) {
    if (url[end] === "?" || url[end] === "#") return url.slice(start, end) || "/";
  }
  return url.slice(start) || "/";
}

/** Where the path begins. */
export function pathStart(url: string): number {
  const start = url.indexOf("/", url.indexOf("://") + 3);
  return start === -1 ? url.length : start;
}
