/** What a request asks of a mock with `Prefer` (RFC 7240): `Prefer: code=404, example=TaskNotFound`. */
export interface Preference {
  readonly status?: number;
  readonly example?: string;
}

/** Reads the preferences that mock servers of this field understand. */
export function parsePrefer(header: string | null): Preference {
  const preferences = new Map(
    (header ?? "").split(/[,;]/).map((part) => {
      const [name = "", value = ""] = part.split("=", 2).map((side) => side.trim().replace(/^"|"$/g, ""));
      return [name.toLowerCase(), value] as const;
    }),
  );
  const status = Number(preferences.get("code"));
  const example = preferences.get("example");
  return { ...(status > 0 && { status }), ...(example !== undefined && { example }) };
}

/** The header that asks for them. */
export function formatPrefer({ status, example }: Preference): string {
  return [...(status ? [`code=${status}`] : []), ...(example ? [`example=${example}`] : [])].join(", ");
}
