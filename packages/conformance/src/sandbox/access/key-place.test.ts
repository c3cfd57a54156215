import { expect, test } from "vitest";
import type { Json } from "../../document/json.ts";
import { keyPlace } from "./key-place.ts";

const token = { id: "#/SecurityToken", secret: "#/AccessKeySecret", securityToken: "#/SecurityToken" };

test.each<{ name: string; given: Json; want: unknown }>([
  {
    name: "a key within",
    given: { credential: { access: "a", secret: "s", securitytoken: "t", expires_at: "2020" } },
    want: {
      id: "#/credential/access",
      secret: "#/credential/secret",
      securityToken: "#/credential/securitytoken",
      expires: "#/credential/expires_at",
    },
  },
  {
    name: "a key in other words",
    given: { AccessKeyId: "a", AccessKeySecret: "s", SecurityToken: "t" },
    want: { ...token, id: "#/AccessKeyId" },
  },
  {
    name: "a key for something else",
    given: { AccessKeyId: "a", AccessKeySecret: "s", SecurityToken: "t", Bucket: "b" },
    want: undefined,
  },
  { name: "a key without a token", given: { AccessKeyId: "a", AccessKeySecret: "s" }, want: undefined },
  { name: "a token alone", given: { token: "t", expires_at: "2020" }, want: undefined },
  { name: "a list", given: [{ access: "a", secret: "s", securitytoken: "t" }], want: undefined },
  { name: "nothing", given: null, want: undefined },
])("$name", ({ given, want }) => {
  expect(keyPlace(given)).toEqual(want);
});
