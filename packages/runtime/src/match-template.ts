/**
 * The variables by which a server's URL template (OAS 3.1.1 §4.8.5) becomes this URL; `undefined` if none do.
 * A variable never spans a slash.
 */
export function matchTemplate(template: string, url: string): Record<string, string> | undefined {
  const names: string[] = [];
  const pattern = template
    .replace(/\/+$/, "")
    .split(/(\{[^{}]+\})/)
    .map((part, index) => {
      if (index % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      names.push(part.slice(1, -1));
      return "([^/]+?)";
    })
    .join("");
  const match = new RegExp(`^${pattern}$`, "i").exec(url);
  return match ? Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? ""])) : undefined;
}
