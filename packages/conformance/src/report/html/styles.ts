// Each verdict has a colour for its text and one to stand on; both have a contrast of 4.5 to 1 or more.
const LIGHT = `
  --page: #ffffff; --raised: #f6f8fa; --ink: #1f2328; --faint: #59636e; --line: #d1d9e0; --link: #0550ae; --mark: #fff8c5;
  --pass: #116329; --pass-on: #dafbe1; --skip: #59636e; --skip-on: #eff2f5; --erratum: #0550ae; --erratum-on: #ddf4ff;
  --vacuous: #7d4e00; --vacuous-on: #fff3c4; --fail: #a40e26; --fail-on: #ffe2df; --error: #6639ba; --error-on: #fbefff;
  --heat: 26, 127, 55;`;
const DARK = `
  --page: #0d1117; --raised: #161b22; --ink: #e6edf3; --faint: #9198a1; --line: #3d444d; --link: #79c0ff; --mark: #3b2e00;
  --pass: #7ee787; --pass-on: #12311f; --skip: #9ea7b3; --skip-on: #21262d; --erratum: #a5d6ff; --erratum-on: #0c2d55;
  --vacuous: #f0c541; --vacuous-on: #3a2c05; --fail: #ffa198; --fail-on: #4a1418; --error: #d8b9ff; --error-on: #3a1d6e;
  --heat: 63, 185, 80;`;

const VERDICTS = ["pass", "skip", "erratum", "vacuous", "fail", "error"];

/** How the page looks, in light and in dark. */
export const STYLES: string = `
:root { color-scheme: light dark; ${LIGHT} }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0 auto; padding: 0 1rem 4rem; max-width: 76rem; background: var(--page); color: var(--ink);
  font: 0.9375rem/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
a { color: var(--link); }
h1 { margin: 1.5rem 0 0.25rem; font-size: 1.5rem; }
h2 { margin: 2.5rem 0 0.5rem; padding-bottom: 0.25rem; border-bottom: 1px solid var(--line); font-size: 1.25rem; }
h3 { margin: 1.5rem 0 0.5rem; font-size: 1rem; }
code, pre, td { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.8125rem; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
.skip-link { position: absolute; left: -999rem; padding: 0.5rem 1rem; background: var(--raised); }
.skip-link:focus { left: 1rem; top: 0.5rem; z-index: 9; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.faint { color: var(--faint); }
.facts { margin: 0.25rem 0; color: var(--faint); overflow-wrap: anywhere; }
.unproved, .survived { color: var(--fail); font-weight: 600; overflow-wrap: anywhere; }
.lenient, .idle { color: var(--vacuous); }
.tally { display: flex; flex-wrap: wrap; gap: 0.375rem; margin: 0.5rem 0; padding: 0; list-style: none; }
.verdict, td > b { display: inline-block; padding: 0.0625rem 0.5rem; border-radius: 1rem; white-space: nowrap;
  font: 600 0.75rem/1.4 system-ui, sans-serif; }
.tally a { text-decoration: none; }
.tally a:hover { outline: 2px solid currentColor; }
${VERDICTS.map((verdict) => `.${verdict} { color: var(--${verdict}); background: var(--${verdict}-on); }`).join("\n")}
#filters { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: end;
  margin: 1rem -1rem; padding: 0.75rem 1rem; background: var(--raised); border-block: 1px solid var(--line); }
#filters label { font-size: 0.75rem; color: var(--faint); }
#filters > label { display: flex; flex-direction: column; flex: 1 1 9rem; min-width: 0; }
#filters input[type="search"], #filters select, #filters button { width: 100%; min-height: 2.125rem; padding: 0.25rem 0.5rem;
  color: var(--ink); background: var(--page); border: 1px solid var(--line); border-radius: 0.375rem; font: inherit;
  font-size: 0.875rem; }
#filters button { width: auto; cursor: pointer; }
#filters fieldset { display: flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; align-items: center;
  min-height: 2.125rem; margin: 0; padding: 0; border: 0; }
#filters fieldset label { display: inline-flex; align-items: center; gap: 0.25rem; min-height: 2.125rem; cursor: pointer; }
#shown { flex: 1 1 auto; min-height: 2.125rem; line-height: 2.125rem; text-align: right; font-size: 0.8125rem; color: var(--faint); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; }
caption { max-width: calc(100vw - 2rem); padding: 0.25rem 0; text-align: left; color: var(--faint); font-size: 0.8125rem; }
th { text-align: left; font-weight: 600; }
.map th, .map td { padding: 0.125rem; font-size: 0.75rem; }
.map thead th { text-align: center; color: var(--faint); }
.map tbody th { padding-right: 0.75rem; font-weight: 400; white-space: nowrap; }
.map td { min-width: 3.25rem; text-align: center; }
.cell { display: block; padding: 0.1875rem 0.25rem; border-radius: 0.25rem; text-decoration: none; font-weight: 600;
  white-space: nowrap; }
a.cell:hover { outline: 2px solid currentColor; }
.unasked { color: var(--faint); }
${[0, 1, 2, 3, 4].map((step) => `.heat-${step} { background: rgba(var(--heat), ${[0, 0.12, 0.22, 0.32, 0.45][step]}); }`).join("\n")}
.map td[class^="heat"] { padding: 0.1875rem 0.25rem; border: 2px solid var(--page); font-weight: 600; white-space: nowrap; }
.map td.heat-0 { color: var(--faint); font-weight: 400; }
.checks { width: 100%; table-layout: fixed; }
.checks th, .checks td { padding: 0.25rem 0.5rem; vertical-align: top; overflow-wrap: anywhere; }
.checks thead th { position: static; color: var(--faint); font-size: 0.75rem; border-bottom: 1px solid var(--line); }
.checks thead th:nth-child(1) { width: 5.75rem; }
.checks thead th:nth-child(2) { width: 10.5rem; }
.checks tbody th[scope="row"] { font-weight: 400; font-size: 0.8125rem; }
.case th { padding-top: 1rem; font-size: 0.875rem; }
.checks tbody { scroll-margin-top: 9rem; }
.checks tbody:target .case th { background: var(--mark); }
.checks tr:not(.case) > * { border-bottom: 1px solid var(--line); }
${["fail", "error", "vacuous"].map((verdict) => `tr[data-verdict="${verdict}"] > * { background: color-mix(in srgb, var(--${verdict}-on) 35%, transparent); }`).join("\n")}
.checks small { display: block; color: var(--faint); font-size: 0.6875rem; }
summary { width: fit-content; color: var(--faint); font: 0.75rem system-ui, sans-serif; cursor: pointer; }
.exchange pre { margin: 0.375rem 0; padding: 0.5rem 0.75rem; background: var(--raised); border: 1px solid var(--line);
  border-radius: 0.375rem; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 24rem; overflow-y: auto; }
.exchange .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 0 0.75rem; }
.exchange h3 { margin: 0.5rem 0 0; font: 600 0.75rem system-ui, sans-serif; color: var(--faint); }
dt { margin-top: 0.5rem; font-weight: 600; }
dd { margin: 0 0 0 1rem; color: var(--faint); font-size: 0.8125rem; white-space: pre-line; overflow-wrap: anywhere; }
@media (max-width: 40rem) {
  #filters { position: static; }
  .checks thead th:nth-child(1) { width: 4.5rem; }
  .checks thead th:nth-child(2) { width: 6.25rem; }
  .checks tbody th[scope="row"] { font-size: 0.75rem; }
  .checks th, .checks td { padding: 0.25rem; font-size: 0.75rem; }
  .checks tbody { scroll-margin-top: 0; }
  .map tbody th { min-width: 7.5rem; max-width: 9rem; padding-right: 0.25rem; white-space: normal; overflow-wrap: anywhere; }
  .map tbody th, .map thead td { position: sticky; left: 0; background: var(--page); }
  .verdict, td > b { padding: 0.0625rem 0.3125rem; font-size: 0.6875rem; }
  #shown { text-align: left; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print { #filters, .skip-link { display: none; } }
`.replace(/\n\s*/g, "\n");
