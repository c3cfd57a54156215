import { readFileSync } from "node:fs";
import { validateXML } from "xmllint-wasm";
import AjvDraft04 from "ajv-draft-04";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
const ajv = new AjvDraft04.default({ strict: false, unicodeRegExp: false, allErrors: true }); addFormats.default(ajv);
const oasis = ajv.compile(JSON.parse(readFileSync("/tmp/sarif-schema.json","utf8")));
const a2 = new Ajv2020({strict:true,strictRequired:false}); addFormats.default(a2);
const json = a2.compile(JSON.parse(readFileSync("report.schema.json","utf8")));
for (const a of process.argv.slice(2)) {
  console.log(a, "sarif", oasis(JSON.parse(readFileSync(`/tmp/hr-x/rep/${a}.sarif`,"utf8"))), oasis.errors?.slice(0,3));
  console.log(a, "json", json(JSON.parse(readFileSync(`/tmp/hr-x/rep/${a}.json`,"utf8"))), json.errors?.slice(0,3));
  for (const xsd of ["/tmp/hr-x/pytest-8.3.4/testing/example_scripts/junit-10.xsd"]) {
   const r = await validateXML({ xml: [{fileName:"a.xml",contents:readFileSync(`/tmp/hr-x/rep/${a}.xml`,"utf8")}], schema: [readFileSync(xsd,"utf8")], maxMemoryPages: 4096, initialMemoryPages: 1024 });
   console.log(a, "junit-10", r.valid, r.errors.slice(0,3).map(e=>e.message));
  }
}
