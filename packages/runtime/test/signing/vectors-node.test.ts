import { describe, expect, it } from "vitest";
import * as node from "../../src/auth/hash.node.ts";
import { readAccessKey } from "../../src/auth/read-access-key.ts";
import { signRequest } from "../../src/auth/sign-request.ts";
import { keepVectors } from "./keep-vectors.ts";
import { requestOf, vectors } from "./vectors.ts";

describe("signed with node:crypto", () => {
  keepVectors(node);

  it.each(vectors.slice(0, 1))("$name at once, with no promise", (vector) => {
    const request = requestOf(vector);
    expect(
      signRequest(
        node,
        request,
        vector.signature,
        vector.scheme,
        readAccessKey(vector.key, "The vector has"),
        vector.at,
      ),
    ).toBeUndefined();
    expect(request.headers.authorization).toBe(vector.authorization);
  });
});
