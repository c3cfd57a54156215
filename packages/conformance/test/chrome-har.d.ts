// The package brings no types of its own.
declare module "chrome-har" {
  import type { Har } from "har-format";

  export function harFromMessages(
    messages: readonly { readonly method: string; readonly params: object }[],
    options?: { readonly includeTextFromResponseBody?: boolean },
  ): Har;
}
