import { answerMutants } from "../control/explain-preference.ts";
import { ENDINGS } from "../world/ending.ts";

/** What the page is made of before its script fills it. Nothing in it comes from a request. */
export function markup(): string {
  return `
<header>
  <h1>Settled sandbox</h1>
  <p>It is <time id="now">…</time><span id="ahead"></span></p>
  <p id="news" role="status" aria-live="polite"></p>
</header>
<main>
  <section aria-labelledby="services-title">
    <h2 id="services-title">Services</h2>
    <p>A call that is signed needs a client; what is asked for with <code>Prefer</code> is answered unsigned.
      Over HTTPS, add <code>--cacert</code> with the certificate that the terminal names.</p>
    <div id="services"></div>
  </section>
  <section aria-labelledby="executions-title">
    <h2 id="executions-title">Executions</h2>
    ${table("executions", "Executions, the newest first", ["Execution", "Service", "Started by", "At", "State", "Progress", "Let it"])}
    <p id="executions-none">None yet.</p>
  </section>
  <section aria-labelledby="refusals-title">
    <h2 id="refusals-title">Refusals</h2>
    ${table("refusals", "Refused requests, the newest first", ["At", "Service", "Operation", "Request", "What was wrong"])}
    <p id="refusals-none">None yet.</p>
    <p><button type="button" id="forget">Forget the refusals</button></p>
  </section>
  <section aria-labelledby="rules-title">
    <h2 id="rules-title">Rules</h2>
    ${table("rules", "What happens to the next requests", ["For", "What happens", "How often", ""])}
    <p id="rules-none">None: everything goes its documented way.</p>
    <form id="add-rule" aria-labelledby="rules-title">
      ${field("For the service", `<select name="service" id="service"><option value="">any</option></select>`)}
      ${field("Operation", `<input name="operation" list="operations" placeholder="any" autocomplete="off">`)}
      ${field("Status", `<input name="status" type="number" min="100" max="599" placeholder="503">`)}
      ${field("Example", `<input name="example" autocomplete="off">`)}
      ${field("Outcome", `<select name="outcome"><option value="">as it goes</option>${options(ENDINGS)}</select>`)}
      ${field("Broken by", `<select name="mutant"><option value="">nothing</option>${options([...answerMutants.keys()])}</select>`)}
      ${field("Delay (ms)", `<input name="delay" type="number" min="0" max="600000">`)}
      ${field("Times", `<input name="times" type="number" min="1" placeholder="always">`)}
      <label class="check"><input name="throttled" type="checkbox"> Throttled</label>
      <button type="submit">Add the rule</button>
      <datalist id="operations"></datalist>
    </form>
    <p id="problem" role="alert"></p>
  </section>
  <section aria-labelledby="time-title">
    <h2 id="time-title">Time and memory</h2>
    <form id="advance" aria-labelledby="time-title">
      ${field("Let pass", `<input name="advance" required placeholder="PT1H" list="durations" autocomplete="off">`)}
      <button type="submit">Advance the clock</button>
      <datalist id="durations">${options(["PT1M", "PT5M", "PT1H", "P1D"])}</datalist>
    </form>
    <p class="buttons">
      <button type="button" id="lapse">Let all sessions lapse</button>
      <button type="button" id="reset">Start all over</button>
    </p>
  </section>
</main>`;
}

function table(id: string, caption: string, columns: readonly string[]): string {
  const heads = columns.map((name) => `<th role="columnheader" scope="col">${name}</th>`).join("");
  return `<table role="table" id="${id}-table" hidden><caption>${caption}</caption>
      <thead role="rowgroup"><tr role="row">${heads}</tr></thead><tbody role="rowgroup" id="${id}"></tbody></table>`;
}

function field(label: string, control: string): string {
  return `<label>${label} ${control}</label>`;
}

function options(values: readonly string[]): string {
  return values.map((value) => `<option value="${value}">${value}</option>`).join("");
}
