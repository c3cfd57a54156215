import { createHash } from "node:crypto";
import type { Answer } from "../answer.ts";
import { createDom } from "./dom.ts";
import { markup } from "./markup.ts";
import { runPage } from "./script.ts";
import { STYLE } from "./style.ts";
import { createViews } from "./views.ts";

let made: Answer | undefined;

/** The page on which a person sees and steers the sandbox. It is one file, and the same for every sandbox. */
export function pageAnswer(): Answer {
  made ??= createPage();
  return made;
}

function createPage(): Answer {
  const script = `"use strict"; (${runPage})((${createDom})(), ${createViews});`;
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Settled sandbox</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>${markup()}
<script>${script}</script>
</body>
</html>
`;
  return {
    status: 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy(script, STYLE),
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    },
    body,
  };
}

// CSP Level 3 §2.3.1: by its hash, this very script may run, and no other.
function policy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "connect-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
