/** How the page looks, by day and by night, wide and narrow. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c2024; --soft: #5b6470; --paper: #fff; --card: #f4f6f8; --line: #d5dae0;
  --link: #0b5cad; --good: #146c2e; --bad: #b3261e; --wait: #8a5a00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --soft: #a3adb8; --paper: #14171a; --card: #1e2328;
  --line: #3a424b; --link: #7db7f5; --good: #6fd08c; --bad: #ff9b93; --wait: #f0c060; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 80rem; padding: 1rem 1.5rem 3rem; background: var(--paper); color: var(--ink);
  font: 0.95rem/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.5rem; } h2 { margin: 2rem 0 0.5rem; font-size: 1.15rem; } h3 { margin: 0; font-size: 1rem; }
p { margin: 0.25rem 0; color: var(--soft); } small { color: var(--soft); font-weight: normal; }
code, pre, time { font-family: ui-monospace, monospace; font-size: 0.85rem; overflow-wrap: anywhere; }
#news:empty { min-height: 1.5em; } #news { color: var(--link); } #problem { color: var(--bad); }
#services { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 30rem), 1fr)); }
article { padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); min-width: 0; }
ul { margin: 0.25rem 0; padding-left: 1.1rem; } li { overflow-wrap: anywhere; }
summary { cursor: pointer; color: var(--link); margin-top: 0.5rem; width: fit-content; }
figure { margin: 0.75rem 0 0; } figcaption { display: flex; gap: 0.5rem; justify-content: space-between; color: var(--soft); }
figcaption button { flex: none; align-self: start; }
pre { margin: 0.25rem 0 0; padding: 0.5rem; border-radius: 0.25rem;
  background: var(--paper); white-space: pre-wrap; }
table { width: 100%; border-collapse: collapse; } caption { text-align: left; color: var(--soft); padding-bottom: 0.25rem; }
th, td { padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { font-weight: 600; } td ul { margin: 0; }
.state { color: var(--link); } .succeeded { color: var(--good); } .failed, .expired { color: var(--bad); }
.waiting, .canceled { color: var(--wait); }
.buttons { display: flex; flex-wrap: wrap; gap: 0.3rem; }
button, input, select { font: inherit; color: inherit; padding: 0.2rem 0.6rem; border: 1px solid var(--line);
  border-radius: 0.3rem; background: var(--paper); min-height: 1.9rem; }
button { cursor: pointer; background: var(--card); } button:hover:enabled { border-color: var(--link); }
button:disabled { cursor: default; opacity: 0.45; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
form { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: end; margin: 0.75rem 0; }
label { display: grid; gap: 0.15rem; color: var(--soft); } label input, label select { color: var(--ink); width: 11rem; }
.check { display: flex; align-items: center; min-height: 1.9rem; } .check input { width: auto; min-height: 0; }
.gone main { opacity: 0.5; }
[hidden] { display: none !important; }
@media (max-width: 44rem) {
  body { padding: 0.75rem; } label, label input, label select { width: 100%; } .check { width: auto; }
  table, tbody, tr, td, caption { display: block; } thead { display: none; }
  tr { padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
  td { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); border: 0; padding: 0.15rem 0;
    overflow-wrap: anywhere; }
  td::before { content: attr(data-label); color: var(--soft); }
}
`;
