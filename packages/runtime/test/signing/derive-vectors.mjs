// Derives the vectors in fixtures/derived.json from the vendors' own signers, with no code of ours. They are not
// dependencies: 40 MB for two functions. To derive them again, in any empty folder:
//
//   npm init -y
//   npm install @alicloud/openapi-core@1.0.8 @huaweicloud/huaweicloud-sdk-core@3.1.211 uuid@9.0.1
//   node <here>/derive-vectors.mjs > <here>/fixtures/derived.json
//
// The same seed yields the same vectors. What the vendors' signers get wrong is left out: the one encodes no names of
// parameters, the other encodes twice what stands encoded in a path.
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.cwd(), "here.js"));
const { OpenApiUtil } = require("@alicloud/openapi-core");
const { AKSKSigner } = require("@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner");

const random = mulberry32(20261122);
const vectors = [...times(40, signedByAlibaba), ...times(40, signedByHuawei)];
process.stdout.write(`${JSON.stringify(vectors, null, 1)}\n`);

function signedByAlibaba(index) {
  const scheme = "ACS3-HMAC-SHA256";
  const host = pick(["oos.cn-hangzhou.aliyuncs.com", "bpstudio.ap-southeast-1.aliyuncs.com:8443"]);
  const names = [
    "RegionId",
    "Tags",
    "Parameters",
    "Filter.1.Name",
    "Filter.10.Name",
    "Filter.2.Value.1",
    "a",
    "_Z-~",
  ];
  const query = Object.fromEntries(some(names).map((name) => [name, text()]));
  const body = chance(0.5) ? `OperationId=${encodeURIComponent(text())}` : undefined;
  const key = accessKey(index);
  const at = time();
  const nonce = Math.floor(random() * 2 ** 53).toString(36);
  const headers = {
    accept: "application/json",
    "x-acs-action": pick(["ListExecutions", "GetExecuteOperationResult"]),
    "x-acs-version": pick(["2019-06-01", "2021-09-31"]),
    ...(chance(0.3) && { "x-acs-credentials-provider": `  ${word()} ${word()} ` }),
    ...(body !== undefined && { "content-type": "application/x-www-form-urlencoded" }),
  };
  const payload = OpenApiUtil.hash(Buffer.from(body ?? "", "utf8"), scheme).toString("hex");
  const signed = {
    ...headers,
    host,
    "x-acs-date": at,
    "x-acs-signature-nonce": nonce,
    "x-acs-content-sha256": payload,
    ...(key.securityToken && {
      "x-acs-accesskey-id": key.accessKeyId,
      "x-acs-security-token": key.securityToken,
    }),
  };
  const request = { method: "POST", pathname: "/", query, headers: signed };
  const authorization = OpenApiUtil.getAuthorization(
    request,
    scheme,
    payload,
    key.accessKeyId,
    key.accessKeySecret,
  );
  const url = `https://${host}/${search(Object.entries(query))}`;
  return { scheme, key, at, nonce, request: { method: "POST", url, headers, body }, authorization };
}

function signedByHuawei(index) {
  const scheme = "SDK-HMAC-SHA256";
  const host = pick(["workspace.ap-southeast-1.myhuaweicloud.com", "127.0.0.1:8443"]);
  const method = pick(["GET", "POST", "PUT", "DELETE"]);
  const path = times(1 + Math.floor(random() * 4), () => `/${segment()}`).join("") + pick(["", "", "/"]);
  const names = ["limit", "offset", "script_id", "script_name", "status", "a b", "A", "é", "x[]", "x.y"];
  const query = Object.fromEntries(
    some(names).map((name) => [name, chance(0.4) ? times(1 + Math.floor(random() * 4), text) : text()]),
  );
  const data =
    method === "POST" || method === "PUT" ? { name: text(), content: text(), ids: [word()] } : undefined;
  const key = accessKey(index);
  const at = time();
  const headers = {
    "content-type": "application/json",
    "x-project-id": "0123456789abcdef0123456789abcdef",
    ...(chance(0.3) && { "x-language": `${word()} ${word()}` }),
  };
  const pairs = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  const url = `https://${host}${path}${search(shuffle(pairs))}`;
  const given = {
    ...headers,
    "X-Sdk-Date": at.replace(/[-:]/g, ""),
    ...(key.securityToken && { "X-Security-Token": key.securityToken }),
  };
  const credential = { getAk: () => key.accessKeyId, getSk: () => key.accessKeySecret };
  const request = { method, endpoint: `https://${host}${path}`, queryParams: query, data, headers: given };
  const authorization = AKSKSigner.sign(request, credential).Authorization;
  return {
    scheme,
    key,
    at,
    request: { method, url, headers, body: data && JSON.stringify(data) },
    authorization,
  };
}

function accessKey(index) {
  const key = { accessKeyId: `TESTACCESSKEY${index}`, accessKeySecret: `not-a-secret-${word()}-é-${index}` };
  return chance(0.4) ? { ...key, securityToken: `not-a-token+/${word()}==` } : key;
}

function time() {
  return new Date(1.7e12 + Math.floor(random() * 1e11)).toISOString().replace(/\.\d+Z$/, "Z");
}

function search(pairs) {
  return pairs.length === 0
    ? ""
    : `?${shuffle(pairs)
        .map((pair) => pair.map(encodeURIComponent).join("="))
        .join("&")}`;
}

function text() {
  const characters = [
    ..." aZ09-_.~!'()*+&=%/?#:@,;$[]{}\"<>|\\^`\t\n",
    "é",
    "ß",
    "世",
    "界",
    "😀",
    "%41",
    "%2F",
  ];
  return times(Math.floor(random() * 12), () => pick(characters)).join("");
}

function segment() {
  return `${word()}${times(Math.floor(random() * 4), () => pick([..."aZ09-_.~!()*+&=:@,;$"])).join("")}`;
}

function word() {
  return times(1 + Math.floor(random() * 8), () => pick([..."abcdefghijklmnopqrstuvwxyz"])).join("");
}

function some(items) {
  return shuffle(items.filter(() => chance(0.5)));
}

function shuffle(items) {
  return items
    .map((item) => [random(), item])
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

function times(count, make) {
  return Array.from({ length: count }, (_, index) => make(index));
}

function chance(part) {
  return random() < part;
}

function pick(items) {
  return items[Math.floor(random() * items.length)];
}

/** A small generator of random numbers with a seed: public domain, by Tommy Ettinger. */
function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
