// The declarations of the adapter for Vitest, held against the oldest Vitest that the package admits as well as the
// newest: `tsc -p test/vitest3`, and with all the rest.
import { expect } from "vitest";
import { conformTo, describeConformance } from "../../src/adapters/vitest.ts";

const response = new Response();
expect.extend(conformTo("openapi.yaml"));

expect(response).toConformTo("getJob") satisfies Promise<void>;
expect(response).not.toConformTo("getJob") satisfies Promise<void>;
expect(Promise.resolve(response)).resolves.toConformTo("getJob") satisfies Promise<void>;
expect.soft(response).toConformTo("getJob") satisfies Promise<void>;
describeConformance({ document: "openapi.yaml", createClient: () => ({}) }) satisfies Promise<void>;

// @ts-expect-error: an operation has a name.
expect(response).toConformTo(1);
// @ts-expect-error: no such matcher.
expect(response).toConformsTo("getJob");
